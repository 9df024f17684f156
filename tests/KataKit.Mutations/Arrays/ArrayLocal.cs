using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>A local that always stands for the one array or matrix it is declared with.</summary>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="Symbol">The local.</param>
/// <param name="Creation">What makes the array.</param>
internal sealed record ArrayLocal<TCreation>(LocalDeclarationStatementSyntax Declaration, ILocalSymbol Symbol, TCreation Creation)
    where TCreation : ExpressionSyntax
{
    public string Name => Symbol.Name;

    public static IEnumerable<ArrayLocal<TCreation>> AllIn(Submission submission)
    {
        foreach (var declaration in submission.Root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (declaration.Declaration.Variables is [{ Initializer.Value: TCreation creation } variable]
                && submission.Model.GetDeclaredSymbol(variable) is ILocalSymbol { RefKind: RefKind.None } symbol
                && !submission.IsReassigned(symbol))
            {
                yield return new ArrayLocal<TCreation>(declaration, symbol, creation);
            }
        }
    }
}
