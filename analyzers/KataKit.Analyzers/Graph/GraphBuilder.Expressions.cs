using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    private readonly Stack<Term> _accessed = new();
    private readonly Stack<Term> _initialised = new();

    private Term Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return new Term(TermKind.Unknown, null, null);
        }

        if (!Spend())
        {
            return Unknown(operation);
        }

        return operation switch
        {
            IBinaryOperation binary => EvaluateBinary(binary),
            { ConstantValue.HasValue: true } and not IConversionOperation => new Term(TermKind.Constant, operation, operation.Type, constant: operation.ConstantValue),
            IDefaultValueOperation => new Term(TermKind.Constant, operation, operation.Type, constant: new Optional<object?>(null)),
            ILocalReferenceOperation or IParameterReferenceOperation => ReadVariable(operation),
            IInstanceReferenceOperation instance => EvaluateInstance(instance),
            IConditionalAccessInstanceOperation => _accessed.Count > 0 ? _accessed.Peek() : Unknown(operation),
            IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => Read(operation),
            ITupleBinaryOperation tuples => EvaluateComparison(tuples),
            IUnaryOperation unary => EvaluateUnary(unary),
            IConversionOperation conversion => EvaluateConversion(conversion),
            ISimpleAssignmentOperation assignment => EvaluateAssignment(assignment),
            ICompoundAssignmentOperation assignment => EvaluateCompound(assignment),
            IIncrementOrDecrementOperation step => EvaluateStep(step),
            ICoalesceAssignmentOperation assignment => EvaluateCoalesceAssignment(assignment),
            IDeconstructionAssignmentOperation deconstruction => EvaluateDeconstruction(deconstruction),
            IInvocationOperation invocation => EvaluateInvocation(invocation),
            IObjectCreationOperation creation => EvaluateCreation(creation),
            IArrayCreationOperation creation => EvaluateArray(creation),
            ICollectionExpressionOperation collection => New(operation, [.. collection.Elements.Select(Evaluate)], "elements"),
            ISpreadOperation spread => Evaluate(spread.Operand),
            IConditionalOperation conditional => EvaluateConditional(conditional),
            ICoalesceOperation coalesce => EvaluateCoalesce(coalesce),
            IConditionalAccessOperation access => EvaluateAccess(access),
            ISwitchExpressionOperation choice => EvaluateSwitch(choice),
            IIsPatternOperation match => Match(match.Pattern, Evaluate(match.Value)),
            IIsTypeOperation test => new Term(TermKind.Matches, test, test.TypeOperand, [Evaluate(test.ValueOperand)]),
            ITupleOperation tuple => new Term(TermKind.Tuple, tuple, tuple.Type, [.. tuple.Elements.Select(Evaluate)]),
            IDelegateCreationOperation creation => Evaluate(creation.Target),
            IAnonymousFunctionOperation lambda => new Term(TermKind.Closure, lambda, lambda.Type, symbol: lambda.Symbol, body: lambda.Body),
            IMethodReferenceOperation method => EvaluateMethodGroup(method),
            IInterpolatedStringOperation text => new Term(TermKind.Call, text, text.Type, [.. text.Parts.OfType<IInterpolationOperation>().Select(x => Evaluate(x.Expression))]),
            IRangeOperation range => new Term(TermKind.Tuple, range, range.Type, [Evaluate(range.LeftOperand), Evaluate(range.RightOperand)]),
            IWithOperation with => EvaluateWith(with),
            IThrowOperation thrown => EvaluateThrow(thrown),
            IArgumentOperation argument => Evaluate(argument.Value),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            _ => EvaluateOther(operation),
        };
    }

    private Term EvaluateOther(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child);
        }

        return Unknown(operation);
    }

    private Term EvaluateThrow(IThrowOperation thrown)
    {
        Throw(thrown);
        return Unknown(thrown);
    }

    private Term EvaluateInstance(IInstanceReferenceOperation instance)
        => instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _initialised.Count > 0 ? _initialised.Peek()
            : instance.ReferenceKind == InstanceReferenceKind.PatternInput && _accessed.Count > 0 ? _accessed.Peek()
            : _frames.Peek().Instance ?? Unknown(instance);

    private Term EvaluateBinary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
            var guards = _state?.Guards;
            _state = Assume(_state, left, holds: isAnd);
            var right = Evaluate(binary.RightOperand);
            _state = guards is { } before ? _state?.WithGuards(before) : _state;
            return Fold(isAnd ? TermKind.And : TermKind.Or, left, right, binary);
        }

        var other = Evaluate(binary.RightOperand);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.NotEquals => Negation(Fold(TermKind.Equal, left, other, binary), binary),
            BinaryOperatorKind.GreaterThan => Fold(TermKind.Less, other, left, binary),
            BinaryOperatorKind.GreaterThanOrEqual => Fold(TermKind.LessOrEqual, other, left, binary),
            _ => Fold(KindOf(binary.OperatorKind), left, other, binary, binary.OperatorMethod),
        };
    }

    private Term EvaluateComparison(ITupleBinaryOperation tuples)
    {
        var left = Evaluate(tuples.LeftOperand);
        var equal = Fold(TermKind.Equal, left, Evaluate(tuples.RightOperand), tuples);
        return tuples.OperatorKind == BinaryOperatorKind.NotEquals ? Negation(equal, tuples) : equal;
    }

    private static TermKind KindOf(BinaryOperatorKind kind)
        => kind switch
        {
            BinaryOperatorKind.Add => TermKind.Add,
            BinaryOperatorKind.Subtract => TermKind.Subtract,
            BinaryOperatorKind.Multiply => TermKind.Multiply,
            BinaryOperatorKind.Divide => TermKind.Divide,
            BinaryOperatorKind.Remainder => TermKind.Remainder,
            BinaryOperatorKind.And => TermKind.And,
            BinaryOperatorKind.Or => TermKind.Or,
            BinaryOperatorKind.ExclusiveOr => TermKind.ExclusiveOr,
            BinaryOperatorKind.LeftShift => TermKind.LeftShift,
            BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => TermKind.RightShift,
            BinaryOperatorKind.LessThan => TermKind.Less,
            BinaryOperatorKind.LessThanOrEqual => TermKind.LessOrEqual,
            BinaryOperatorKind.Equals => TermKind.Equal,
            _ => TermKind.Unknown,
        };

    /// <summary>An operation of two values, recorded as computed here. A constant stands on the right where the sides may change places.</summary>
    private Term Fold(TermKind kind, Term left, Term right, IOperation site, ISymbol? symbol = null)
    {
        if (kind is TermKind.Add or TermKind.Multiply or TermKind.Equal && left.Kind == TermKind.Constant && right.Kind != TermKind.Constant && site.Type?.SpecialType != SpecialType.System_String)
        {
            (left, right) = (right, left);
        }

        var type = kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal ? site.Type ?? left.Type : site.Type;
        var term = new Term(kind, site, type, [left, right], symbol, kind == TermKind.Unknown ? default : site.ConstantValue);
        Record(GraphEventKind.Compute, site, term);
        return term;
    }

    private static Term Negation(Term term, IOperation site)
        => term.Kind == TermKind.Not ? term.Operands[0] : new Term(TermKind.Not, site, term.Type, [term]);

    private Term EvaluateUnary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => Negation(operand, unary),
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new Term(TermKind.Negate, unary, unary.Type, [operand], unary.OperatorMethod),
            UnaryOperatorKind.BitwiseNegation when unary.Type.IsIntegral() => Complement(operand, unary),
            _ => Unknown(unary),
        };
    }

    /// <summary><c>~x</c> is <c>−x − 1</c> in two's complement.</summary>
    private static Term Complement(Term operand, IOperation site)
    {
        var one = new Term(TermKind.Constant, site, site.Type, constant: new Optional<object?>(1));
        return new Term(TermKind.Subtract, site, site.Type, [new Term(TermKind.Negate, site, site.Type, [operand]), one]);
    }

    /// <summary>Conversions that keep the value leave no term; a conversion between numeric types does.</summary>
    private Term EvaluateConversion(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        var isNumeric = conversion.Conversion.IsNumeric || (IsNumeric(conversion.Type) && IsNumeric(conversion.Operand.Type));
        if (!isNumeric || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type))
        {
            return operand;
        }

        var term = operand.Kind == TermKind.Constant && conversion.ConstantValue.HasValue
            ? new Term(TermKind.Constant, conversion, conversion.Type, constant: conversion.ConstantValue)
            : new Term(TermKind.Convert, conversion, conversion.Type, [operand], constant: conversion.ConstantValue, epoch: conversion.IsChecked ? 1 : 0);
        Record(GraphEventKind.Compute, conversion, term);
        return term;
    }

    private static bool IsNumeric(ITypeSymbol? type)
        => type?.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double;

    private Term EvaluateConditional(IConditionalOperation conditional)
    {
        var condition = Evaluate(conditional.Condition);
        var entry = _state;
        _state = Assume(entry, condition, holds: true);
        var whenTrue = Evaluate(conditional.WhenTrue);
        var afterTrue = _state;
        _state = Assume(entry, condition, holds: false);
        var whenFalse = Evaluate(conditional.WhenFalse);
        return Choice(conditional, condition, (afterTrue, whenTrue), (_state, whenFalse));
    }

    private Term EvaluateCoalesce(ICoalesceOperation coalesce)
    {
        var value = Evaluate(coalesce.Value);
        var isNull = IsNull(value, coalesce);
        var entry = _state;
        _state = Assume(entry, isNull, holds: true);
        var otherwise = Evaluate(coalesce.WhenNull);
        return Choice(coalesce, isNull, (_state, otherwise), (Assume(entry, isNull, holds: false), value));
    }

    private Term EvaluateAccess(IConditionalAccessOperation access)
    {
        var value = Evaluate(access.Operation);
        var isNull = IsNull(value, access);
        var entry = _state;
        _state = Assume(entry, isNull, holds: false);
        _accessed.Push(value);
        var result = Evaluate(access.WhenNotNull);
        _accessed.Pop();
        var nothing = new Term(TermKind.Constant, access, access.Type, constant: new Optional<object?>(null));
        return Choice(access, isNull, (Assume(entry, isNull, holds: true), nothing), (_state, result));
    }

    /// <summary>The value of an expression with two ways, where one of them may throw.</summary>
    private Term Choice(IOperation site, Term condition, (GraphState? State, Term Value) whenTrue, (GraphState? State, Term Value) whenFalse)
    {
        _state = GraphState.Merge([whenTrue.State, whenFalse.State], Tick());
        if (whenTrue.State is null || whenFalse.State is null)
        {
            return whenTrue.State is null ? whenFalse.Value : whenTrue.Value;
        }

        if (whenTrue.Value.Equals(whenFalse.Value))
        {
            return whenTrue.Value;
        }

        return condition.Kind == TermKind.Not
            ? new Term(TermKind.Choice, site, site.Type, [condition.Operands[0], whenFalse.Value, whenTrue.Value])
            : new Term(TermKind.Choice, site, site.Type, [condition, whenTrue.Value, whenFalse.Value]);
    }

    private Term EvaluateSwitch(ISwitchExpressionOperation choice)
    {
        var value = Evaluate(choice.Value);
        var ways = new List<(ImmutableArray<Guard>, Term)>();
        var states = new List<GraphState?>();
        var otherwise = _state;
        foreach (var arm in choice.Arms)
        {
            _state = otherwise;
            var condition = arm.Pattern is IDiscardPatternOperation ? null : Match(arm.Pattern, value);
            if (arm.Guard is not null)
            {
                var guard = Evaluate(arm.Guard);
                condition = condition is null ? guard : Fold(TermKind.And, condition, guard, arm);
            }

            otherwise = condition is null ? null : Assume(_state, condition, holds: false);
            _state = condition is null ? _state : Assume(_state, condition, holds: true);
            var result = Evaluate(arm.Value);
            if (_state is not null)
            {
                ways.Add((_state.Guards, result));
                states.Add(_state);
            }
        }

        _state = GraphState.Merge(states, Tick());
        return ways.Count == 0 ? Unknown(choice) : GraphState.Choose(ways);
    }

    private Term EvaluateMethodGroup(IMethodReferenceOperation method)
    {
        var body = _bodies.Find(method.Method);
        var receiver = method.Instance is null ? ImmutableArray<Term>.Empty : [Evaluate(method.Instance)];
        return new Term(TermKind.Closure, method, method.Type, receiver, method.Method, body: body);
    }

    private static Term IsNull(Term value, IOperation site)
        => new(TermKind.Equal, site, value.Type, [value, new Term(TermKind.Constant, site, value.Type, constant: new Optional<object?>(null))]);
}
