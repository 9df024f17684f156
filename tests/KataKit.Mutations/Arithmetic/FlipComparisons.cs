using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>a &lt; b</c> becomes <c>b &gt; a</c>, and <c>a == b</c> becomes <c>b == a</c>.</summary>
public sealed class FlipComparisons : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from binary in submission.Root.DescendantNodes().OfType<BinaryExpressionSyntax>()
           let flipped = Flipped(binary.Kind())
           where flipped is not null
              && Numbers.IsNumber(submission.TypeOf(binary.Left))
              && Numbers.IsNumber(submission.TypeOf(binary.Right))
              && !SyntaxFactory.AreEquivalent(binary.Left, binary.Right)
              && submission.Purity.IsPure(binary)
              && !CapturedText.Covers(submission, binary)
           select new Site(binary, edits => edits.Expression(binary, it => Text(it, flipped, binary.Ancestors().Any(node => node is ArgumentSyntax))));

    // Among arguments, f(b < a, c > (d)) would read as a generic call.
    private static string Text(BinaryExpressionSyntax it, string flipped, bool isArgument)
        => $"{Syntax.Operand(it.Right)} {flipped} {Syntax.Operand(it.Left)}" is var text && isArgument ? $"({text})" : text;

    private static string? Flipped(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => ">",
        SyntaxKind.LessThanOrEqualExpression => ">=",
        SyntaxKind.GreaterThanExpression => "<",
        SyntaxKind.GreaterThanOrEqualExpression => "<=",
        SyntaxKind.EqualsExpression => "==",
        SyntaxKind.NotEqualsExpression => "!=",
        _ => null,
    };
}
