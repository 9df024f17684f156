using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>
/// A local <c>Matrix&lt;double&gt;</c> that is filled element by element becomes a <c>double[,]</c>, turned back into a matrix where it is
/// returned or an operator takes it.
/// </summary>
public sealed class MatrixToArray : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from local in ArrayLocal<InvocationExpressionSyntax>.AllIn(submission)
           where IsZeroMatrix(submission, local.Creation)
              && submission.Uses(local.Symbol).All(use => CanRewrite(submission, local, use))
           select new Site(local.Declaration, edits =>
           {
               var sizes = local.Creation.ArgumentList.Arguments;
               edits.Statement(local.Declaration, _ => $"var {local.Name} = new double[{sizes[0]}, {sizes[1]}];");
               foreach (var use in submission.Uses(local.Symbol))
               {
                   Rewrite(submission, edits, local, use);
               }
           });

    /// <summary>Whether an expression creates a matrix of zeros of a given size.</summary>
    internal static bool IsZeroMatrix(Submission submission, InvocationExpressionSyntax creation)
        => creation.ArgumentList.Arguments is [{ NameColon: null } rows, { NameColon: null } columns]
            && Numbers.IsInt(submission.TypeOf(rows.Expression)) && Numbers.IsInt(submission.TypeOf(columns.Expression))
            && LinearAlgebra.IsMatrix(submission.TypeOf(creation))
            && creation.Expression is MemberAccessExpressionSyntax
            && submission.Model.GetSymbolInfo(creation).Symbol is IMethodSymbol { Name: "Dense" or "Sparse", ContainingType.Name: "MatrixBuilder" };

    private static bool CanRewrite(Submission submission, ArrayLocal<InvocationExpressionSyntax> local, IdentifierNameSyntax use)
        => ArrayUse.Element(submission, use, indices: 2) is not null
            || Size(use) is not null
            || new HandOut(submission, local.Declaration, local.Symbol).MayBeCopy(use);

    private static void Rewrite(Submission submission, Edits edits, ArrayLocal<InvocationExpressionSyntax> local, IdentifierNameSyntax use)
    {
        if (Size(use) is { } size)
        {
            edits.Expression(size, it => $"{local.Name}.GetLength({(it.Name.Identifier.ValueText == "RowCount" ? 0 : 1)})");
        }
        else if (ArrayUse.Element(submission, use, indices: 2) is null)
        {
            var builder = ((MemberAccessExpressionSyntax)local.Creation.Expression).Expression;
            edits.Expression(use, _ => $"{builder}.DenseOfArray({local.Name})");
        }
    }

    /// <summary>The expression that asks a matrix for its size.</summary>
    internal static MemberAccessExpressionSyntax? Size(IdentifierNameSyntax use)
        => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RowCount" or "ColumnCount" } size && size.Expression == use ? size : null;
}
