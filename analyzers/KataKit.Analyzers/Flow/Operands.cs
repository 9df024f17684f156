using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>A binary operation about to be carried out on abstract values.</summary>
/// <param name="Site">The operation.</param>
/// <param name="Kind">The operator.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value.</param>
/// <param name="LeftSite">Where the left value is written.</param>
/// <param name="RightSite">Where the right value is written.</param>
internal sealed record Operands(
    IOperation Site, BinaryOperatorKind Kind, AbstractValue Left, AbstractValue Right, SyntaxNode LeftSite, SyntaxNode RightSite)
{
    /// <summary>Whether what is written at a place is a matrix or a vector.</summary>
    public bool IsMatrix(SyntaxNode operand)
        => Site.SemanticModel?.GetTypeInfo(operand) is { } info && LibraryModel.IsLinearAlgebra(info.ConvertedType ?? info.Type);
}
