using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Tells loops that run to the end of their counter from loops that may stop on the way.</summary>
internal static class LoopExit
{
    /// <summary>
    /// Whether the loop's condition asks for more than one thing, so that its end says nothing about the counter; or it has no condition
    /// and several ways out.
    /// </summary>
    public static bool MayBeEarly(ILoopOperation loop)
        => loop switch
        {
            IForLoopOperation { Condition: { } condition } => IsCompound(condition),
            IWhileLoopOperation { Condition: { ConstantValue.HasValue: false } condition } => IsCompound(condition),
            IForEachLoopOperation => false,
            _ => BreaksOf(loop) > 1,
        };

    /// <summary>Whether the body leaves the loop other than by its condition, so that the counter need not see all of its values.</summary>
    public static bool HasOtherExit(ILoopOperation loop)
        => BreaksOf(loop) > 0 || loop.Body.Descendants().Any(x => x is IReturnOperation && FunctionOf(x) == FunctionOf(loop));

    private static IOperation? FunctionOf(IOperation operation)
    {
        var function = operation.Parent;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            function = function.Parent;
        }

        return function;
    }

    private static bool IsCompound(IOperation condition)
        => condition.DescendantsAndSelf().Any(x =>
            x is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr });

    private static int BreaksOf(ILoopOperation loop)
        => loop.Descendants().OfType<IBranchOperation>().Count(x => x.BranchKind == BranchKind.Break && SymbolEqualityComparer.Default.Equals(x.Target, loop.ExitLabel));
}
