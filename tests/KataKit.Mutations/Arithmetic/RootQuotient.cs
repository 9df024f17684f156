using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary>A quotient <c>x / Math.Sqrt(e)</c>, or <c>x /= Math.Sqrt(e)</c>, that may be written in another way.</summary>
/// <param name="Whole">The quotient or the assignment.</param>
/// <param name="Root">The call of the square root.</param>
internal sealed record RootQuotient(ExpressionSyntax Whole, InvocationExpressionSyntax Root)
{
    public static IEnumerable<RootQuotient> AllIn(Submission submission)
        => from whole in submission.Root.DescendantNodes().OfType<ExpressionSyntax>()
           where whole.Kind() is SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression
           let root = Syntax.Bare(Divisor(whole)) as InvocationExpressionSyntax
           where root is not null && SquareRoot.Is(submission, root)
              && (Numbers.IsNumber(submission.TypeOf(whole)) || LinearAlgebra.IsValue(submission.TypeOf(whole)))
              && submission.Purity.IsPure(root)
              && !CapturedText.Covers(submission, whole)
           select new RootQuotient(whole, root);

    public static ExpressionSyntax Dividend(ExpressionSyntax whole)
        => whole is BinaryExpressionSyntax binary ? binary.Left : ((AssignmentExpressionSyntax)whole).Left;

    public static ExpressionSyntax Divisor(ExpressionSyntax whole)
        => whole is BinaryExpressionSyntax binary ? binary.Right : ((AssignmentExpressionSyntax)whole).Right;
}
