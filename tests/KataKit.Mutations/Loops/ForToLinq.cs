using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary>
/// <c>var s = 0.0; for (var c = a; c &lt; b; c++) { s += f(c); }</c> becomes <c>var s = Enumerable.Range(a, b - a).Sum(c =&gt; f(c));</c>.
/// A loop from 0 is taken to end at a size, which is never negative.
/// </summary>
public sealed class ForToLinq : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var loop in submission.Root.DescendantNodes().OfType<ForStatementSyntax>())
        {
            if (Syntax.Sibling(loop, -1) is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } zero } variable] } declaration
                && submission.Model.GetDeclaredSymbol(variable) is ILocalSymbol { Type.SpecialType: SpecialType.System_Double } sum
                && submission.Model.GetConstantValue(zero) is { HasValue: true, Value: 0 or 0.0 }
                && CountingLoop.Of(submission, loop) is { } range
                && Term(submission, loop, sum) is { } term)
            {
                yield return new Site(
                    edits => Rewrite(submission, edits, declaration, range, term),
                    [loop.Span, declaration.Span]);
            }
        }
    }

    private static void Rewrite(Submission submission, Edits edits, LocalDeclarationStatementSyntax declaration, CountingLoop range, ExpressionSyntax term)
    {
        var count = range.Start.ToString() == "0"
            ? range.End.ToString()
            : $"System.Math.Max(0, {Syntax.Operand(range.End)} - {Syntax.Operand(range.Start)})";
        var value = Numbers.IsDouble(submission.TypeOf(term)) ? term.ToString() : $"(double){Syntax.Operand(term)}";
        if (submission.Model.LookupNamespacesAndTypes(range.Loop.SpanStart, name: "Enumerable").IsEmpty)
        {
            edits.Import("System.Linq");
        }

        edits.Statement(declaration, it =>
            $"{it.Declaration.Type} {it.Declaration.Variables[0].Identifier} = Enumerable.Range({range.Start}, {count}).Sum({range.Counter.Name} => {value});");
        edits.Statement(range.Loop, _ => string.Empty);
    }

    /// <summary>What the loop adds up, if that is all it does and a lambda may do it.</summary>
    private static ExpressionSyntax? Term(Submission submission, ForStatementSyntax loop, ILocalSymbol sum)
        => Syntax.Statements(loop.Statement) is [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } addition }]
            && SymbolEqualityComparer.Default.Equals(submission.Model.GetSymbolInfo(addition.Left).Symbol, sum)
            && Numbers.IsNumber(submission.TypeOf(addition.Right))
            && submission.Purity.IsPure(addition.Right)
            && Reads.Of(submission, addition.Right) is var reads
            && !reads.Variables.Contains(sum)
            && reads.Variables.All(MayBeCaptured)
            && loop.FirstAncestorOrSelf<TypeDeclarationSyntax>() is ClassDeclarationSyntax
            ? addition.Right
            : null;

    private static bool MayBeCaptured(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.RefKind == RefKind.None && !local.Type.IsRefLikeType,
        IParameterSymbol parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType,
        _ => false,
    };
}
