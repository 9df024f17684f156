using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>
/// A local <c>Matrix&lt;double&gt;</c> that is filled element by element becomes a <c>double[][]</c>, turned back into a matrix where it is
/// returned or linear algebra takes it.
/// </summary>
public sealed class MatrixToJagged : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var local in ArrayLocal<InvocationExpressionSyntax>.AllIn(submission))
        {
            if (MatrixToArray.IsZeroMatrix(submission, local.Creation)
                && local.Creation.ArgumentList.Arguments is [{ Expression: var rows }, { Expression: var columns }]
                && submission.Purity.IsPure(columns)
                && submission.Uses(local.Symbol).All(use => CanRewrite(submission, local, use)))
            {
                yield return new Site(local.Declaration, edits =>
                {
                    Jagged.Declare(edits, local.Declaration, local.Name, "double", (rows, columns));
                    foreach (var use in submission.Uses(local.Symbol))
                    {
                        Rewrite(submission, edits, local, use);
                    }
                });
            }
        }
    }

    private static bool CanRewrite(Submission submission, ArrayLocal<InvocationExpressionSyntax> local, IdentifierNameSyntax use)
        => ArrayUse.Element(submission, use, indices: 2) is not null
            || (local.Creation.ArgumentList.Arguments.All(size => Jagged.StaysTheSame(submission, use, size.Expression))
                && (MatrixToArray.Size(use) is not null || new HandOut(submission, local.Declaration, local.Symbol).MayBeCopy(use)));

    private static void Rewrite(Submission submission, Edits edits, ArrayLocal<InvocationExpressionSyntax> local, IdentifierNameSyntax use)
    {
        var sizes = local.Creation.ArgumentList.Arguments;
        if (MatrixToArray.Size(use) is { } size)
        {
            edits.Expression(size, it => it.Name.Identifier.ValueText == "RowCount" ? $"{local.Name}.Length" : Syntax.Operand(sizes[1].Expression));
        }
        else if (ArrayUse.Element(submission, use, indices: 2) is { } element)
        {
            edits.Expression(element, Jagged.Element);
        }
        else
        {
            var (row, column) = (edits.NewName("row"), edits.NewName("column"));
            edits.Expression(use, _ => $"{local.Creation.Expression}({sizes[0]}, {sizes[1]}, ({row}, {column}) => {local.Name}[{row}][{column}])");
        }
    }
}
