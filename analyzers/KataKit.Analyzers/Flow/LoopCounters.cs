using System.Collections.Immutable;
using System.Globalization;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>A local that a loop moves by the same step in every turn.</summary>
/// <param name="Variable">The local or parameter.</param>
/// <param name="Atom">What its value is called while the loop runs.</param>
/// <param name="Size">The size of the step; <see langword="null"/> for <c>++</c> and <c>--</c>.</param>
/// <param name="Rises">Whether the step is added.</param>
internal sealed record LoopCounter(ISymbol Variable, Atom Atom, IOperation? Size, bool Rises)
{
    /// <summary>The step, where it is one number for the whole loop: a constant, or made of dimensions.</summary>
    public Polynomial? StepIn(Func<IOperation, AbstractValue> evaluate)
    {
        var size = Size is null ? Polynomial.One : (evaluate(Size) as Number)?.Value;
        return size?.Single is not { Coefficient.Numerator: > 0 } || size.Mentions(AtomKind.Index) || size.Mentions(AtomKind.Opaque) ? null
            : Rises ? size
            : -size;
    }
}

/// <summary>
/// Finds the counters of a loop: locals that every turn writes just once, by a constant step, at the top level of the loop's body, in its
/// header, or before a <c>continue</c>. <c>for</c>, <c>while</c> and <c>do</c> come out alike.
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
                && Step(step, variable) is var (size, rises)
                && writes.Where(x => SymbolEqualityComparer.Default.Equals(x.Variable, variable) && x.Operation != step)
                    .All(x => IsBeforeContinue(x.Operation, loop) && Step(x.Operation, variable) is var (otherSize, otherRises)
                        && otherRises == rises && otherSize?.Syntax.ToString() == size?.Syntax.ToString())
                && (size is null || !size.DescendantsAndSelf().Any(x => writes.Any(y => SymbolEqualityComparer.Default.Equals(Variable(x), y.Variable)))))
            {
                counters.Add(new LoopCounter(variable, AtomFor(loop.Syntax, variable.Name, variable), size, rises));
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

    private static bool IsBeforeContinue(IOperation write, ILoopOperation loop)
    {
        if (write.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
        {
            return false;
        }

        var next = block.Operations.IndexOf(statement) + 1;
        return next < block.Operations.Length
               && block.Operations[next] is IBranchOperation { BranchKind: BranchKind.Continue }
               && Ancestors(block).First(x => x is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) == loop;
    }

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var ancestor = operation.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            yield return ancestor;
        }
    }

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

    private static (IOperation? Size, bool Rises)? Step(IOperation step, ISymbol variable)
        => step switch
        {
            IIncrementOrDecrementOperation increment => (null, increment.Kind == OperationKind.Increment),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => (sum.Value, true),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => (difference.Value, false),
            ISimpleAssignmentOperation { Value: IBinaryOperation sum } => Step(sum, variable),
            _ => null,
        };

    private static (IOperation? Size, bool Rises)? Step(IBinaryOperation sum, ISymbol variable)
        => sum.OperatorKind switch
        {
            BinaryOperatorKind.Add when Reads(sum.LeftOperand, variable) => (sum.RightOperand, true),
            BinaryOperatorKind.Add when Reads(sum.RightOperand, variable) => (sum.LeftOperand, true),
            BinaryOperatorKind.Subtract when Reads(sum.LeftOperand, variable) => (sum.RightOperand, false),
            _ => null,
        };

    private static bool Reads(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variable(operation), variable);
}
