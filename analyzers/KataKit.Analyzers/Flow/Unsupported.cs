using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Finds what the interpreter does not model. A body with such a construct is refused as a whole, never guessed at.</summary>
internal static class Unsupported
{
    /// <summary>The first construct that is not modelled, in words, or <see langword="null"/>.</summary>
    public static string? FindIn(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (Reason(operation) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static string? Reason(IOperation operation)
        => operation switch
        {
            IInvalidOperation => "code that does not compile yet",
            ITryOperation => "try",
            IAwaitOperation => "await",
            IDynamicInvocationOperation or IDynamicIndexerAccessOperation or IDynamicMemberReferenceOperation => "dynamic",
            IAddressOfOperation => "pointers",
            IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Parent: not IForEachLoopOperation } => "a variable that stands for another place",
            ILabeledOperation or IBranchOperation { BranchKind: BranchKind.GoTo } => "goto",
            IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => "an iterator",
            { Kind: OperationKind.None } when !operation.Syntax.IsKind(SyntaxKind.StackAllocArrayCreationExpression) => operation.Syntax.Kind().ToString(),
            _ => null,
        };
}
