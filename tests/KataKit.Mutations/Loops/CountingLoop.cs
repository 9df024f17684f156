using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary>A loop <c>for (int i = start; i &lt; end; i++)</c> that counts up by one, whose body leaves the counter and the end alone.</summary>
internal sealed record CountingLoop(ForStatementSyntax Loop, ILocalSymbol Counter, ExpressionSyntax Start, ExpressionSyntax End)
{
    public static CountingLoop? Of(Submission submission, ForStatementSyntax loop)
    {
        if (loop is not
            {
                Declaration.Variables: [{ Initializer.Value: var start } variable],
                Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left, Right: var end },
                Incrementors: [var step],
            }
            || submission.Model.GetDeclaredSymbol(variable) is not ILocalSymbol counter
            || !Numbers.IsInt(counter.Type) || !Numbers.IsInt(submission.TypeOf(end))
            || left.Identifier.ValueText != counter.Name
            || !AddsOne(step, counter.Name)
            || !submission.Purity.IsPure(start) || !submission.Purity.IsPure(end))
        {
            return null;
        }

        var bounds = Reads.Of(submission, end);
        var writes = Writes.Of(submission, loop.Statement);
        return bounds.AreScalar && !bounds.Variables.Contains(counter) && !writes.Variables.Contains(counter) && !writes.MayChange(bounds, submission)
            ? new CountingLoop(loop, counter, start, end)
            : null;
    }

    private static bool AddsOne(ExpressionSyntax step, string counter) => step switch
    {
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "++", Operand: IdentifierNameSyntax name } => name.Identifier.ValueText == counter,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "++", Operand: IdentifierNameSyntax name } => name.Identifier.ValueText == counter,
        _ => false,
    };
}
