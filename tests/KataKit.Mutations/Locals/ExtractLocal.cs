using KataKit.Mutations.Code;
using KataKit.Mutations.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Locals;

/// <summary>A part of a statement's expression, or of a method's one expression, gets a name and is computed just before the rest.</summary>
public sealed class ExtractLocal : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from expression in submission.Root.DescendantNodes().OfType<ExpressionSyntax>()
           where expression.Parent is not EqualsValueClauseSyntax
              && Extraction.IsCandidate(submission, expression)
              && submission.Purity.IsPure(expression)
           let place = Evaluation.PlaceBefore(submission, expression)
           where place is not null
           select new Site(place, edits => Extract(edits, expression, place));

    private static void Extract(Edits edits, ExpressionSyntax expression, SyntaxNode place)
    {
        var name = edits.NewName("part");
        edits.Expression(expression, _ => name);
        edits.Before(place, () => $"var {name} = {expression};");
    }
}
