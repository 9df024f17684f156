using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>The ways to name an element or a size.</summary>
internal static class ArrayUse
{
    /// <summary>The element that a use names with a number of <see cref="int"/> indices, unless it is passed by reference.</summary>
    public static ElementAccessExpressionSyntax? Element(Submission submission, IdentifierNameSyntax use, int indices)
        => use.Parent is ElementAccessExpressionSyntax element && element.Expression == use
            && element.ArgumentList.Arguments.Count == indices
            && element.ArgumentList.Arguments.All(argument => Numbers.IsInt(submission.TypeOf(argument.Expression)))
            && element.Parent is not (ArgumentSyntax { RefKindKeyword.Span.IsEmpty: false } or RefExpressionSyntax)
            ? element
            : null;

    /// <summary>The axis whose length a use asks for by <c>GetLength</c>.</summary>
    public static (InvocationExpressionSyntax Call, int Axis)? GetLength(Submission submission, IdentifierNameSyntax use)
        => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetLength", Parent: InvocationExpressionSyntax call }
            && call.ArgumentList.Arguments is [var argument]
            && submission.Model.GetConstantValue(argument.Expression) is { HasValue: true, Value: int axis }
            ? (call, axis)
            : null;

    /// <summary>The sizes of <c>new T[n, m]</c> or <c>new T[n][]</c>, when they are plain <see cref="int"/>s and no values are given.</summary>
    public static ExpressionSyntax[]? Sizes(Submission submission, ArrayCreationExpressionSyntax creation)
        => creation.Initializer is null
            && creation.Type.RankSpecifiers[0].Sizes.ToArray() is var sizes
            && sizes.All(size => !size.IsKind(SyntaxKind.OmittedArraySizeExpression) && Numbers.IsInt(submission.TypeOf(size)))
            ? sizes
            : null;
}
