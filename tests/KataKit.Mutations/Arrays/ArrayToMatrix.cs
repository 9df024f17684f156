using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>A local <c>double[,]</c> becomes a <c>Matrix&lt;double&gt;</c>, turned back into an array where it is returned.</summary>
public sealed class ArrayToMatrix : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        if (submission.Model.Compilation.GetTypeByMetadataName(LinearAlgebra.Matrix) is not { } generic)
        {
            yield break;
        }

        var matrix = generic.Construct(submission.Model.Compilation.GetSpecialType(SpecialType.System_Double));
        foreach (var local in ArrayLocal<ArrayCreationExpressionSyntax>.AllIn(submission))
        {
            if (local.Symbol.Type is IArrayTypeSymbol { Rank: 2, ElementType.SpecialType: SpecialType.System_Double }
                && ArrayUse.Sizes(submission, local.Creation) is [var rows, var columns]
                && submission.Uses(local.Symbol).All(use => CanRewrite(submission, local, use)))
            {
                yield return new Site(local.Declaration, edits =>
                {
                    edits.Statement(local.Declaration, _ =>
                        $"var {local.Name} = {submission.Display(matrix, local.Declaration)}.Build.Dense({rows}, {columns});");
                    foreach (var use in submission.Uses(local.Symbol))
                    {
                        Rewrite(submission, edits, local, use);
                    }
                });
            }
        }
    }

    private static bool CanRewrite(Submission submission, ArrayLocal<ArrayCreationExpressionSyntax> local, IdentifierNameSyntax use)
        => ArrayUse.Element(submission, use, indices: 2) is not null
            || ArrayUse.GetLength(submission, use) is (_, 0 or 1)
            || new HandOut(submission, local.Declaration, local.Symbol).MayBeCopy(use);

    private static void Rewrite(Submission submission, Edits edits, ArrayLocal<ArrayCreationExpressionSyntax> local, IdentifierNameSyntax use)
    {
        if (ArrayUse.GetLength(submission, use) is var (call, axis))
        {
            edits.Expression(call, _ => $"{local.Name}.{(axis == 0 ? "RowCount" : "ColumnCount")}");
        }
        else if (ArrayUse.Element(submission, use, indices: 2) is null)
        {
            edits.Expression(use, _ => $"{local.Name}.ToArray()");
        }
    }
}
