using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>x += y</c> becomes <c>x = x + y</c>, and so for the other operators of arithmetic.</summary>
public sealed class CompoundToPlain : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from assignment in submission.Root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
           where assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression
                   or SyntaxKind.MultiplyAssignmentExpression or SyntaxKind.DivideAssignmentExpression
              && assignment.Parent is ExpressionStatementSyntax or ForStatementSyntax
              && HasOwnOperator(submission.TypeOf(assignment.Left), submission.TypeOf(assignment.Right))
              && submission.Purity.IsPure(assignment.Left)
           select new Site(assignment, edits => edits.Expression(assignment, it =>
               $"{it.Left} = {it.Left} {it.OperatorToken.Text.TrimEnd('=')} {Syntax.Operand(it.Right)}"));

    /// <summary>Whether the operation gives the type of its left side, so that no cast is hidden in the compound form.</summary>
    private static bool HasOwnOperator(ITypeSymbol? left, ITypeSymbol? right)
        => LinearAlgebra.IsValue(left) || (Numbers.IsNumber(left) && (Numbers.IsDouble(left) || SymbolEqualityComparer.Default.Equals(left, right)));
}
