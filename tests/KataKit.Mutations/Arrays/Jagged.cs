using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>The pieces of an array of arrays that takes the place of something rectangular.</summary>
internal static class Jagged
{
    public static void Declare(
        Edits edits, LocalDeclarationStatementSyntax declaration, string name, string element, (ExpressionSyntax Rows, ExpressionSyntax Columns) sizes)
    {
        var row = edits.NewName("row");
        edits.Statement(declaration, _ =>
            $"var {name} = new {element}[{sizes.Rows}][];\n"
            + $"for (var {row} = 0; {row} < {name}.Length; {row}++) {{ {name}[{row}] = new {element}[{sizes.Columns}]; }}");
    }

    public static string Element(ElementAccessExpressionSyntax element)
        => $"{element.Expression}[{element.ArgumentList.Arguments[0]}][{element.ArgumentList.Arguments[1]}]";

    /// <summary>Whether a length may be worked out again at some place.</summary>
    public static bool StaysTheSame(Submission submission, SyntaxNode where, ExpressionSyntax length)
        => submission.Purity.IsPure(length)
            && Reads.Of(submission, length) is { AreScalar: true } reads
            && reads.Variables.All(variable => !submission.IsReassigned(variable) && submission.Sees(where, variable));
}
