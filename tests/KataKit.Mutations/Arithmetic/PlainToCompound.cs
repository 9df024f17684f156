using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>x = x + y</c> becomes <c>x += y</c>, and so for the other operators of arithmetic.</summary>
public sealed class PlainToCompound : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from assignment in submission.Root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
           where assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
              && assignment.Parent is ExpressionStatementSyntax or ForStatementSyntax
              && assignment.Right is BinaryExpressionSyntax binary
              && binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
              && SyntaxFactory.AreEquivalent(assignment.Left, binary.Left)
              && submission.TypeOf(assignment.Left) is var type
              && (Numbers.IsNumber(type) || LinearAlgebra.IsValue(type))
              && SymbolEqualityComparer.Default.Equals(type, submission.TypeOf(binary))
              && submission.Purity.IsPure(assignment.Left)
           select new Site(assignment, edits => edits.Expression(assignment, it =>
               $"{it.Left} {((BinaryExpressionSyntax)it.Right).OperatorToken.Text}= {((BinaryExpressionSyntax)it.Right).Right}"));
}
