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
                    Jagged.Declare(edits, local.Declaration, local.Name, local.Creation.Type.ElementType.ToString(), (rows, columns));
                    foreach (var use in submission.Uses(local.Symbol))
                    {
                        Rewrite(submission, edits, use, columns);
                    }
                });
            }
        }
    }

    private static bool CanRewrite(Submission submission, IdentifierNameSyntax use, ExpressionSyntax columns)
        => ArrayUse.Element(submission, use, indices: 2) is not null
            || ArrayUse.GetLength(submission, use) is (_, 0)
            || (ArrayUse.GetLength(submission, use) is (_, 1) && Jagged.StaysTheSame(submission, use, columns));

    private static void Rewrite(Submission submission, Edits edits, IdentifierNameSyntax use, ExpressionSyntax columns)
    {
        if (ArrayUse.GetLength(submission, use) is var (call, axis))
        {
            edits.Expression(call, _ => axis == 0 ? $"{use}.Length" : Syntax.Operand(columns));
        }
        else if (ArrayUse.Element(submission, use, indices: 2) is { } element)
        {
            edits.Expression(element, Jagged.Element);
        }
    }
}
