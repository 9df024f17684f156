using System.Collections.Immutable;
using System.Globalization;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>A local that a loop moves by the same step in every turn.</summary>
internal sealed record LoopCounter(ISymbol Variable, Atom Atom, int Step);

/// <summary>
/// Finds the counters of a loop: locals that the loop writes just once, by a constant step, at the top level of its body or in its
/// header. <c>for</c>, <c>while</c> and <c>do</c> come out alike.
/// </summary>
internal static class LoopCounters
{
    public static ImmutableArray<LoopCounter> Of(ILoopOperation loop)
    {
        var counters = ImmutableArray.CreateBuilder<LoopCounter>();
        var writes = loop.Descendants().Select(x => (Operation: x, Variable: WrittenVariable(x))).Where(x => x.Variable is not null).ToList();
        foreach (var step in StepsOf(loop))
        {
            if (WrittenVariable(step) is { } variable
                && StepSize(step, variable) is { } size
                && writes.Count(x => SymbolEqualityComparer.Default.Equals(x.Variable, variable)) == 1)
            {
                counters.Add(new LoopCounter(variable, AtomFor(loop.Syntax, variable.Name, variable), size));
            }
        }

        return counters.ToImmutable();
    }

    /// <summary>An index atom that is unique to a place and a variable; its name is unique too, because opaque values are named by it.</summary>
    public static Atom AtomFor(SyntaxNode place, string name, object identity)
        => new(
            AtomKind.Index,
            string.Format(CultureInfo.InvariantCulture, "{0}@{1}", name, place.SpanStart),
            (place, identity));

    private static IEnumerable<IOperation> StepsOf(ILoopOperation loop)
    {
        var inBody = loop.Body is IBlockOperation block ? block.Operations : [loop.Body];
        var inHeader = loop is IForLoopOperation { AtLoopBottom: var bottom } ? bottom : [];
        return inBody.Concat(inHeader).OfType<IExpressionStatementOperation>().Select(x => x.Operation);
    }

    private static ISymbol? WrittenVariable(IOperation operation)
        => operation switch
        {
            IAssignmentOperation assignment => Variable(assignment.Target),
            IIncrementOrDecrementOperation increment => Variable(increment.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Variable(argument.Value),
            _ => null,
        };

    private static ISymbol? Variable(IOperation operation)
        => operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private static int? StepSize(IOperation step, ISymbol variable)
        => step switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } => 1,
            IIncrementOrDecrementOperation => -1,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue.Value: int size } => size,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, Value.ConstantValue.Value: int size } => -size,
            ISimpleAssignmentOperation { Value: IBinaryOperation sum } => StepSize(sum, variable),
            _ => null,
        };

    private static int? StepSize(IBinaryOperation sum, ISymbol variable)
        => (sum.OperatorKind, sum.LeftOperand, sum.RightOperand) switch
        {
            (BinaryOperatorKind.Add, var left, { ConstantValue.Value: int size }) when Reads(left, variable) => size,
            (BinaryOperatorKind.Add, { ConstantValue.Value: int size }, var right) when Reads(right, variable) => size,
            (BinaryOperatorKind.Subtract, var left, { ConstantValue.Value: int size }) when Reads(left, variable) => -size,
            _ => null,
        };

    private static bool Reads(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variable(operation), variable);
}
