using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Conditions: what holds on either side of a test.</content>
internal sealed partial class Interpreter
{
    private (FlowState? WhenTrue, FlowState? WhenFalse) Test(IOperation condition)
    {
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant ? (_state, null) : (null, _state);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                var (whenTrue, whenFalse) = Test(operand);
                return (whenFalse, whenTrue);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                var (leftTrue, leftFalse) = Test(and.LeftOperand);
                _state = leftTrue;
                var (bothTrue, rightFalse) = Test(and.RightOperand);
                return (bothTrue, FlowState.Join(leftFalse, rightFalse));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                var (firstTrue, firstFalse) = Test(or.LeftOperand);
                _state = firstFalse;
                var (secondTrue, bothFalse) = Test(or.RightOperand);
                return (FlowState.Join(firstTrue, secondTrue), bothFalse);
            case IBinaryOperation { OperatorMethod: null } comparison:
                return Compare(comparison);
            default:
                return TestValue(condition);
        }
    }

    private (FlowState? WhenTrue, FlowState? WhenFalse) Compare(IBinaryOperation comparison)
    {
        var left = Evaluate(comparison.LeftOperand);
        var right = Evaluate(comparison.RightOperand);
        Compared(comparison.OperatorKind, left, right);
        if (FlagIn(comparison, left, right) is { } flag)
        {
            return Answer(flag.ClosedWhen);
        }

        if (left is not Number a || right is not Number b || _state is null || Relation(comparison.OperatorKind) is not { } relation)
        {
            TellOfDataTest(comparison, left, right);
            var guarded = Guarded(Guarded(_state, left), right);
            return (guarded, guarded);
        }

        return (Learn(_state, a.Value, relation, b.Value), Learn(_state, a.Value, Negated(relation), b.Value));
    }

    private (FlowState? WhenTrue, FlowState? WhenFalse) TestValue(IOperation condition)
    {
        if (Evaluate(condition) is Flag flag)
        {
            // A truth value that was kept may be about a whole row.
            _findings.TestsData |= condition is ILocalReferenceOperation or IParameterReferenceOperation;
            return Answer(flag.ClosedWhen);
        }

        _findings.TestsData |= !AsksForNull(condition);
        var guarded = Guarded(_state, condition);
        return (guarded, guarded);
    }

    private static bool AsksForNull(IOperation condition)
        => condition is IIsPatternOperation { Pattern: var pattern }
           && (pattern is INegatedPatternOperation negated ? negated.Pattern : pattern) is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } };

    // A running maximum asks for nothing but the larger of two elements; whether a reference is null says nothing of data.
    private void TellOfDataTest(IBinaryOperation comparison, AbstractValue left, AbstractValue right)
        => _findings.TestsData |= !(left is Quantity a && right is Quantity b && a.IsLike(b))
            && comparison.LeftOperand.ConstantValue is not { HasValue: true, Value: null }
            && comparison.RightOperand.ConstantValue is not { HasValue: true, Value: null };

    private (FlowState? WhenTrue, FlowState? WhenFalse) Answer(bool closedWhen)
        => (_state?.WithFlag(!closedWhen), _state?.WithFlag(closedWhen));

    // flag == true, flag != false and their like.
    private static Flag? FlagIn(IBinaryOperation comparison, AbstractValue left, AbstractValue right)
    {
        var (flag, constant) = left is Flag ? (left as Flag, comparison.RightOperand) : (right as Flag, comparison.LeftOperand);
        return flag is null || constant.ConstantValue is not { HasValue: true, Value: bool value } ? null
            : value == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? flag
            : new Flag(!flag.ClosedWhen);
    }

    private static FlowState Learn(FlowState state, Polynomial left, string relation, Polynomial right)
    {
        if (relation == "==")
        {
            return LearnEquality(LearnEquality(state, left, right), right, left);
        }

        var difference = left - right;
        foreach (var pair in state.Counters)
        {
            if (!difference.TryLinear(pair.Key, out var rest, out var factor) || factor.Constant is not { } sign)
            {
                continue;
            }

            if (sign == Rational.One && LimitOf(pair.Value, relation, -rest) is { } limit)
            {
                state = state.With(pair.Key, pair.Value.WithLimit(limit));
            }
            else if (sign == -Rational.One && LimitOf(pair.Value, Mirrored(relation), rest) is { } mirrored)
            {
                state = state.With(pair.Key, pair.Value.WithLimit(mirrored));
            }
        }

        return state;
    }

    private static FlowState LearnEquality(FlowState state, Polynomial left, Polynomial right)
        => left.Single is { Powers.Length: 1 } term
           && term.Coefficient == Rational.One
           && term.Powers[0] is { Atom: { Kind: AtomKind.Dimension } dimension } power
           && power.Exponent == Rational.One
           && !right.Mentions(dimension)
            ? state.WithEquality(dimension, right)
            : state;

    private static Polynomial? LimitOf(CounterRange counter, string relation, Polynomial bound)
        => (counter.Rises, relation) switch
        {
            (true, "<") => bound,
            (true, "<=") => bound + Polynomial.One,
            (true, "!=") when counter.Step.Equals(Polynomial.One) => bound,
            (false, ">=") => bound,
            (false, ">") => bound + Polynomial.One,
            (false, "!=") when counter.Step.Equals(-Polynomial.One) => bound + Polynomial.One,
            _ => null,
        };

    private static string? Relation(BinaryOperatorKind kind)
        => kind switch
        {
            BinaryOperatorKind.LessThan => "<",
            BinaryOperatorKind.LessThanOrEqual => "<=",
            BinaryOperatorKind.GreaterThan => ">",
            BinaryOperatorKind.GreaterThanOrEqual => ">=",
            BinaryOperatorKind.Equals => "==",
            BinaryOperatorKind.NotEquals => "!=",
            _ => null,
        };

    private static string Negated(string relation)
        => relation switch
        {
            "<" => ">=",
            "<=" => ">",
            ">" => "<=",
            ">=" => "<",
            "==" => "!=",
            _ => "==",
        };

    private static string Mirrored(string relation)
        => relation switch
        {
            "<" => ">",
            "<=" => ">=",
            ">" => "<",
            ">=" => "<=",
            _ => relation,
        };
}
