using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Code;

/// <summary>The order in which a statement evaluates its parts.</summary>
internal static class Evaluation
{
    /// <summary>
    /// Whether the statement always evaluates the expression, and nothing before it that has an effect: operands are evaluated from left
    /// to right, and a target before the value that is assigned to it.
    /// </summary>
    public static bool ComesFirst(Submission submission, ExpressionSyntax expression, StatementSyntax statement)
    {
        for (SyntaxNode node = expression; node != statement; node = node.Parent)
        {
            if (node.Parent is null or ConditionalExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax
                or SwitchExpressionArmSyntax or QueryExpressionSyntax or InitializerExpressionSyntax or InterpolationSyntax
                || node.Parent.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression
                    or SyntaxKind.CoalesceAssignmentExpression
                || !node.Parent.ChildNodes().TakeWhile(sibling => sibling != node).All(sibling => HasNoEffect(submission, sibling)))
            {
                return false;
            }
        }

        return true;
    }

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
