using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Code;

/// <summary>The order in which a statement evaluates its parts.</summary>
internal static class Evaluation
{
    /// <summary>
    /// Where something may be computed in advance of the statement that an expression is part of, or of the expression body it is part of:
    /// the statement or the method. Nothing, if that would show: it must be evaluated always, and nothing with an effect before it.
    /// Operands are evaluated from left to right, and a target before the value that is assigned to it.
    /// </summary>
    public static SyntaxNode? PlaceBefore(Submission submission, ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax
            or VariableDeclarationSyntax)
        {
            if (IsOwnContext(node.Parent) || !node.Parent.ChildNodes().TakeWhile(sibling => sibling != node).All(sibling => HasNoEffect(submission, sibling)))
            {
                return null;
            }

            node = node.Parent;
        }

        return node.Parent switch
        {
            ExpressionStatementSyntax or ReturnStatementSyntax or LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 }
                when node.Parent.Parent is BlockSyntax => node.Parent,
            ArrowExpressionClauseSyntax { Parent: { } method and (MethodDeclarationSyntax or LocalFunctionStatementSyntax) }
                when submission.Model.GetDeclaredSymbol(method) is IMethodSymbol { ReturnsVoid: false, ReturnsByRef: false, IsAsync: false } => method,
            _ => null,
        };
    }

    /// <summary>Whether operands may be left unevaluated, or mean something else outside.</summary>
    private static bool IsOwnContext(SyntaxNode whole)
        => whole is ConditionalExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax
                or QueryExpressionSyntax or InitializerExpressionSyntax or InterpolatedStringExpressionSyntax or CheckedExpressionSyntax
            || whole.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression
                or SyntaxKind.CoalesceAssignmentExpression;

    private static bool HasNoEffect(Submission submission, SyntaxNode earlier) => earlier switch
    {
        // The method that is called, and the arguments before this one.
        MemberAccessExpressionSyntax member => HasNoEffect(submission, member.Expression),
        ArgumentSyntax argument => HasNoEffect(submission, argument.Expression),
        BracketedArgumentListSyntax or ArgumentListSyntax => earlier.ChildNodes().All(child => HasNoEffect(submission, child)),
        TypeSyntax or NameColonSyntax => true,
        ExpressionSyntax expression => submission.Model.GetOperation(expression) is null || submission.Purity.IsPure(expression),
        _ => false,
    };
}
