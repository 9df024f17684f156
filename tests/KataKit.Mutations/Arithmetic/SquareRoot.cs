using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary>Calls of <see cref="Math.Sqrt"/>, and the same as a power.</summary>
internal static class SquareRoot
{
    public static bool Is(Submission submission, InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments is [{ NameColon: null }]
            && submission.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Sqrt", ContainingType: { Name: "Math", ContainingNamespace.Name: "System" } };

    /// <summary>The argument of a square root, to another power.</summary>
    public static string Power(InvocationExpressionSyntax root, string exponent)
    {
        var receiver = root.Expression is MemberAccessExpressionSyntax member ? $"{member.Expression}." : string.Empty;
        return $"{receiver}Pow({root.ArgumentList.Arguments[0]}, {exponent})";
    }
}
