using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>a * b</c> becomes <c>b * a</c> and <c>a + b</c> becomes <c>b + a</c>, where the product is of numbers or with a number.</summary>
public sealed class CommuteOperands : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from binary in submission.Root.DescendantNodes().OfType<BinaryExpressionSyntax>()
           where Commutes(binary.Kind(), submission.TypeOf(binary.Left), submission.TypeOf(binary.Right))
              && !SyntaxFactory.AreEquivalent(binary.Left, binary.Right)
              && submission.Purity.IsPure(binary)
              && !CapturedText.Covers(submission, binary)
           select new Site(binary, edits => edits.Expression(
               binary, it => $"{Syntax.Operand(it.Right)} {it.OperatorToken.Text} {Syntax.Operand(it.Left)}"));

    private static bool Commutes(SyntaxKind kind, ITypeSymbol? left, ITypeSymbol? right) => kind switch
    {
        SyntaxKind.MultiplyExpression => Numbers.IsNumber(left) ? Numbers.IsNumber(right) || LinearAlgebra.IsValue(right)
            : LinearAlgebra.IsValue(left) && Numbers.IsNumber(right),
        SyntaxKind.AddExpression => (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            || (LinearAlgebra.IsValue(left) && SymbolEqualityComparer.Default.Equals(left, right)),
        _ => false,
    };
}
