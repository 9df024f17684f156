using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Loops;

/// <summary>
/// Two perfectly nested loops change places, when every round of the body writes elements of its own or only adds to what it writes,
/// so that the order of the rounds does not matter.
/// </summary>
public sealed class SwapLoops : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from outer in submission.Root.DescendantNodes().OfType<ForStatementSyntax>()
           where Syntax.Statements(outer.Statement) is [ForStatementSyntax]
           let inner = (ForStatementSyntax)Syntax.Statements(outer.Statement)[0]
           let first = CountingLoop.Of(submission, outer)
           let second = CountingLoop.Of(submission, inner)
           where first is not null && second is not null
              && AreIndependent(submission, first, second)
              && new Rounds(submission, inner.Statement, first.Counter, second.Counter).CommuteWithEachOther()
           select new Site(outer, edits => edits.Statement(outer, Swap));

    private static string Swap(ForStatementSyntax outer)
    {
        var inner = (ForStatementSyntax)Syntax.Statements(outer.Statement)[0];
        return $"{Header(inner)} {{ {Header(outer)} {inner.Statement} }}";
    }

    private static string Header(ForStatementSyntax loop) => $"for ({loop.Declaration}; {loop.Condition}; {loop.Incrementors})";

    private static bool AreIndependent(Submission submission, CountingLoop outer, CountingLoop inner)
        => new[] { inner.Start, inner.End }.All(bound => !Reads.Of(submission, bound).Variables.Contains(outer.Counter))
            && Reads.Of(submission, inner.Start) is { AreScalar: true } start && Reads.Of(submission, outer.Start).AreScalar
            && !Writes.Of(submission, inner.Loop.Statement).MayChange(start, submission);
}
