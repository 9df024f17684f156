using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>A local <c>T[,]</c> becomes a <c>T[][]</c>, whose rows a loop creates.</summary>
public sealed class RectangularToJagged : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var local in ArrayLocal<ArrayCreationExpressionSyntax>.AllIn(submission))
        {
            if (local.Symbol.Type is IArrayTypeSymbol { Rank: 2, ElementType.TypeKind: not TypeKind.Array }
                && ArrayUse.Sizes(submission, local.Creation) is [var rows, var columns]
                && submission.Purity.IsPure(columns)
                && submission.Uses(local.Symbol).All(use => CanRewrite(submission, use, columns)))
            {
                yield return new Site(local.Declaration, edits =>
                {
                    Declare(edits, local, rows, columns);
                    foreach (var use in submission.Uses(local.Symbol))
                    {
                        Rewrite(submission, edits, use, columns);
                    }
                });
            }
        }
    }

    private static void Declare(Edits edits, ArrayLocal<ArrayCreationExpressionSyntax> local, ExpressionSyntax rows, ExpressionSyntax columns)
    {
        var row = edits.NewName("row");
        var element = local.Creation.Type.ElementType;
        edits.Statement(local.Declaration, _ =>
            $"var {local.Name} = new {element}[{rows}][];\n"
            + $"for (var {row} = 0; {row} < {local.Name}.Length; {row}++) {{ {local.Name}[{row}] = new {element}[{columns}]; }}");
    }

    private static bool CanRewrite(Submission submission, IdentifierNameSyntax use, ExpressionSyntax columns)
        => ArrayUse.Element(submission, use, indices: 2) is not null
            || ArrayUse.GetLength(submission, use) is (_, 0)
            || (ArrayUse.GetLength(submission, use) is (_, 1) && StaysTheSame(submission, use, columns));

    private static void Rewrite(Submission submission, Edits edits, IdentifierNameSyntax use, ExpressionSyntax columns)
    {
        if (ArrayUse.GetLength(submission, use) is var (call, axis))
        {
            edits.Expression(call, _ => axis == 0 ? $"{use}.Length" : Syntax.Operand(columns));
        }
        else if (ArrayUse.Element(submission, use, indices: 2) is { } element)
        {
            edits.Expression(element, it => $"{it.Expression}[{it.ArgumentList.Arguments[0]}][{it.ArgumentList.Arguments[1]}]");
        }
    }

    private static bool StaysTheSame(Submission submission, IdentifierNameSyntax use, ExpressionSyntax columns)
        => Reads.Of(submission, columns) is { AreScalar: true } reads
            && reads.Variables.All(variable => !submission.IsReassigned(variable) && submission.Sees(use, variable));
}
