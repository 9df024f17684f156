using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Expressions: one case an operation kind; what has no case evaluates its children and is unknown.</content>
internal sealed partial class Interpreter
{
    public AbstractValue Evaluate(IOperation? operation)
    {
        if (operation is null || _state is null || _refusal is not null)
        {
            return AbstractValue.Unknown;
        }

        if (++_steps > MostSteps)
        {
            _refusal = "more steps than the budget";
            return AbstractValue.Unknown;
        }

        var value = Constant(operation) ?? EvaluateKind(operation);
        if (value is Number number)
        {
            _findings.Add(operation.Syntax, number.Value);
        }

        return value;
    }

    private static AbstractValue? Constant(IOperation operation)
        => operation.ConstantValue is not { HasValue: true, Value: { } constant } ? null
            : constant switch
            {
                int value => new Number(Polynomial.Of(value)),
                long value and > int.MinValue and < int.MaxValue => new Number(Polynomial.Of(value)),
                double value => FromDouble(value),
                float value => FromDouble(value),
                bool or string or null => AbstractValue.Unknown,
                _ => AbstractValue.AnyConstant,
            };

    private static AbstractValue FromDouble(double value)
        => Rational.FromDouble(value) is { } exact ? new Number(Polynomial.Of(exact)) : new Extreme(value);

    private AbstractValue EvaluateKind(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return _state![local.Local];
            case IParameterReferenceOperation parameter:
                return _state![parameter.Parameter];
            case IInstanceReferenceOperation { Type: { } type }:
                return _state![type];
            case IParenthesizedOperation { Operand: var operand }:
                return Evaluate(operand);
            case IConversionOperation conversion:
                return Convert(conversion);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                var (whenTrue, whenFalse) = Test(operation);
                _state = FlowState.Join(whenTrue, whenFalse);
                return whenFalse?.Flag == false && whenTrue?.Flag != false ? new Flag(ClosedWhen: false)
                    : whenTrue?.Flag == false && whenFalse?.Flag != false ? new Flag(ClosedWhen: true)
                    : AbstractValue.Unknown;
            case IBinaryOperation binary:
                return Binary(binary, binary.OperatorKind, binary.OperatorMethod, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.LeftOperand, binary.RightOperand);
            case IUnaryOperation unary:
                return Unary(unary);
            case ITupleBinaryOperation comparison:
                Compared(Evaluate(comparison.LeftOperand), Evaluate(comparison.RightOperand));
                return AbstractValue.Unknown;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.Value, () => Evaluate(assignment.Value));
            case ICompoundAssignmentOperation compound:
                return Assign(compound.Target, compound.Value, () => Binary(
                    compound, compound.OperatorKind, compound.OperatorMethod, Evaluate(compound.Target), Evaluate(compound.Value), compound.Target, compound.Value));
            case IIncrementOrDecrementOperation increment:
                return Increment(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                var source = Evaluate(deconstruction.Value);
                AssignTo(deconstruction.Target, source);
                return source;
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IConditionalOperation choice:
                return Choose(choice);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce);
            case ISwitchExpressionOperation choice:
                return ChooseArm(choice);
            case IThrowOperation thrown:
                Evaluate(thrown.Exception);
                _state = null;
                return AbstractValue.Unknown;
            case ITupleOperation tuple:
                return new Aggregate(
                    new([.. tuple.Elements.Select((_, i) => "Item" + (i + 1))]),
                    new([.. tuple.Elements.Select(Evaluate)]));
            case IFieldReferenceOperation { Instance: { } instance } field:
                return Evaluate(instance) is Aggregate aggregate ? aggregate[(field.Field.CorrespondingTupleField ?? field.Field).Name] : AbstractValue.Unknown;
            case IArrayElementReferenceOperation { Indices.Length: 1 } slice when slice.Indices[0] is IRangeOperation range:
                // A range of an array is a copy, a range of a span is a view.
                return View(SliceOf(Evaluate(slice.ArrayReference), range)) is { } part
                    ? Allocate(slice, new Tensor(part.Axes, part.Summary))
                    : AbstractValue.Unknown;
            case IArrayElementReferenceOperation { Indices.Length: 1 } element when element.Indices[0] is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd:
                return ReadFromEnd(Evaluate(element.ArrayReference), fromEnd);
            case IArrayElementReferenceOperation element:
                return Read(element, Evaluate(element.ArrayReference), [.. element.Indices.Select(Evaluate)]);
            case IImplicitIndexerReferenceOperation indexer:
                return ReadImplicit(indexer);
            case IPropertyReferenceOperation property:
                return ReadProperty(property);
            case IArrayCreationOperation creation:
                return Create(creation);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IAnonymousFunctionOperation lambda:
                return new Closure(lambda.Body, lambda.Symbol);
            case IDelegateCreationOperation { Target: var target }:
                return Evaluate(target);
            case IMethodReferenceOperation method:
                Evaluate(method.Instance);
                return new Closure(null, method.Method);
            case IInvocationOperation invocation:
                return Invoke(invocation);
            case IConditionalAccessOperation access:
                _accessed.Push(Evaluate(access.Operation));
                var before = _state;
                var accessedValue = Evaluate(access.WhenNotNull);
                _accessed.Pop();
                _state = FlowState.Join(before, _state);
                return accessedValue;
            case IConditionalAccessInstanceOperation:
                return _accessed.Count > 0 ? _accessed.Peek() : AbstractValue.Unknown;
            case { Kind: OperationKind.None }:
                return AllocateArray(operation, [Evaluate(operation.ChildOperations.FirstOrDefault())], rank: 1);
            default:
                // What holds on to its parts (a collection expression, an anonymous object) may hand them to anybody. The contract's
                // parameters stay what they are: no member writes to them.
                var parts = operation.ChildOperations.Select(Evaluate).Where(x => x is not Reference { Identity: ISymbol }).ToList();
                if (operation.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
                {
                    Escape(parts);
                }

                return AbstractValue.Unknown;
        }
    }

    private AbstractValue EvaluateChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child);
        }

        return AbstractValue.Unknown;
    }

    private AbstractValue Convert(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is not null)
        {
            // Array to Span and the like: another view of the same elements.
            return value is Reference ? value : AbstractValue.Unknown;
        }

        var narrows = IsInteger(conversion.Type)
                      && conversion.Operand.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
        return !narrows ? value
            : value is not Number number ? AbstractValue.Unknown
            : number.Value.Constant is { IsInteger: true } ? number
            : new Number(Polynomial.Opaque("truncated", number.Value));
    }

    private AbstractValue Binary(
        IOperation site, BinaryOperatorKind kind, IMethodSymbol? method, AbstractValue left, AbstractValue right, IOperation leftSite, IOperation rightSite)
    {
        if (_state is null)
        {
            return AbstractValue.Unknown;
        }

        if (method is not null)
        {
            return Normalised(site, _library.Operate(this, new Operands(site, kind, left, right, leftSite.Syntax, rightSite.Syntax)));
        }

        if (site.Type?.SpecialType == SpecialType.System_Boolean)
        {
            Compared(kind, left, right);
            return site is IBinaryOperation comparison && FlagIn(comparison, left, right) is { } flag ? flag : AbstractValue.Unknown;
        }

        return Normalised(site, ScalarAlgebra.Apply(new Operands(site, kind, left, right, leftSite.Syntax, rightSite.Syntax), IsInteger(site.Type), _state));
    }

    private static bool IsInteger(ITypeSymbol? type)
        => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private AbstractValue Unary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not && operand is Flag flag)
        {
            return new Flag(!flag.ClosedWhen);
        }

        if (unary.OperatorKind != UnaryOperatorKind.Minus)
        {
            return unary.OperatorKind == UnaryOperatorKind.Plus ? operand : AbstractValue.Unknown;
        }

        if (View(operand) is { } tensor && unary.OperatorMethod is not null)
        {
            return TensorAlgebra.Scale(this, unary, tensor, new Number(-Polynomial.One), inverse: false, unary.Syntax);
        }

        return operand switch
        {
            Number number => new Number(-number.Value),
            Quantity quantity => quantity with { Scale = quantity.Scale * Monomial.Of(-Rational.One) },
            _ when Lattice.IsConstant(operand) => AbstractValue.AnyConstant,
            _ => AbstractValue.Unknown,
        };
    }

    private AbstractValue Increment(IIncrementOrDecrementOperation increment)
    {
        var before = Evaluate(increment.Target);
        var step = increment.Kind == OperationKind.Increment ? Polynomial.One : -Polynomial.One;
        var after = before is Number number ? new Number(number.Value + step) : AbstractValue.Unknown;
        AssignTo(increment.Target, after);
        return increment.IsPostfix ? before : after;
    }

    private AbstractValue Choose(IConditionalOperation choice)
    {
        var (whenTrue, whenFalse) = Test(choice.Condition);
        _state = whenTrue;
        var first = Placed(Evaluate(choice.WhenTrue), choice.WhenTrue);
        var afterFirst = _state;
        _state = whenFalse;
        var second = Placed(Evaluate(choice.WhenFalse), choice.WhenFalse);
        var bothReturn = afterFirst is not null && _state is not null;
        var value = afterFirst is null ? second : first;
        _state = FlowState.Join(afterFirst, _state);
        return bothReturn ? Either(first, second) : value;
    }

    /// <summary>The value where it is put: a constant in the place of what a mask closes is told from any other constant.</summary>
    private AbstractValue Placed(AbstractValue value, IOperation? source)
        => _state?.Flag != false || source is null ? value
            : value is Extreme extreme ? new MaskFill(extreme.Value, source.Syntax)
            : value is Number { Value.Constant: { } constant } ? new MaskFill(constant.ToDouble(), source.Syntax)
            : value;

    private AbstractValue Coalesce(ICoalesceOperation coalesce)
    {
        var first = Evaluate(coalesce.Value);
        var afterFirst = _state;
        var second = Evaluate(coalesce.WhenNull);
        var canBeNull = _state is not null;
        _state = FlowState.Join(afterFirst, _state);
        return canBeNull ? Either(first, second) : first;
    }

    // Where two objects cannot be told apart any more, what is written to either is lost sight of.
    private AbstractValue Either(AbstractValue first, AbstractValue second)
    {
        var joined = Lattice.Join(first, second);
        if (joined == AbstractValue.Unknown)
        {
            Escape([first, second]);
        }

        return joined;
    }

    private AbstractValue ChooseArm(ISwitchExpressionOperation choice)
    {
        _findings.TestsData |= Evaluate(choice.Value) is not Number;
        var entry = _state;
        AbstractValue? value = null;
        FlowState? exit = null;
        foreach (var arm in choice.Arms)
        {
            _state = entry;
            var armValue = Evaluate(arm.Value);
            if (_state is not null)
            {
                exit = FlowState.Join(exit, _state);
                _state = exit;
                value = value is null ? armValue : Either(value, armValue);
                exit = _state;
            }
        }

        _state = exit;
        return value ?? AbstractValue.Unknown;
    }

    private AbstractValue Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        if (creation.Type is INamedTypeSymbol { IsRecord: true } record
            && creation.Constructor is { } constructor
            && creation.Initializer is null
            && IsPrimary(constructor, record))
        {
            return new Aggregate(new([.. constructor.Parameters.Select(x => x.Name)]), new([.. arguments]));
        }

        var rank = LibraryModel.RankOf(creation.Type);
        if (LibraryModel.IsLinearAlgebra(creation.Type) && arguments.Length == rank && arguments.All(x => x is Number))
        {
            return AllocateArray(creation, arguments, rank);
        }

        if (LibraryModel.IsList(creation.Type) && !arguments.Any(x => x is Reference or Sequence) && creation.Initializer is null)
        {
            return Allocate(creation, new Tensor(new([.. Enumerable.Repeat<Polynomial?>(null, Math.Max(rank, 1))]), Number.Zero));
        }

        Escape(arguments);
        Evaluate(creation.Initializer);
        return AbstractValue.Unknown;
    }

    // The primary constructor of a record sets a property for each parameter, unless the record declares that property itself.
    private static bool IsPrimary(IMethodSymbol constructor, INamedTypeSymbol record)
        => constructor.DeclaringSyntaxReferences.All(x => x.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.RecordDeclarationSyntax)
           && constructor.Parameters.All(x => record.GetMembers(x.Name).OfType<IPropertySymbol>()
               .All(y => y.DeclaringSyntaxReferences.All(z => z.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax)));
}
