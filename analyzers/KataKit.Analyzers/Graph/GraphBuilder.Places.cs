using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    /// <summary>The variable that a symbol stands for: a <c>ref</c> parameter is its argument. None where it stands for a place in memory.</summary>
    private ISymbol? Resolve(ISymbol symbol)
    {
        for (var depth = 0; _aliases.TryGetValue(symbol, out var place) && depth < DeepestCall; depth++)
        {
            switch (place)
            {
                case ILocalReferenceOperation local:
                    symbol = local.Local;
                    break;
                case IParameterReferenceOperation parameter:
                    symbol = parameter.Parameter;
                    break;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                    symbol = declared.Local;
                    break;
                default:
                    return null;
            }
        }

        return symbol;
    }

    private Term ReadVariable(IOperation operation)
    {
        var symbol = operation is ILocalReferenceOperation local ? local.Local : (ISymbol)((IParameterReferenceOperation)operation).Parameter;
        return Resolve(symbol) is { } variable ? _state?.Find(variable) ?? Unknown(operation)
            : _aliases.TryGetValue(symbol, out var place) ? Evaluate(place)
            : Unknown(operation);
    }

    /// <summary>Reads a field, a property or an element: what was written there last, as far as that is known.</summary>
    private Term Read(IOperation operation)
    {
        if (operation is IPropertyReferenceOperation { Property.GetMethod: { } getter } property && _bodies.Find(getter) is { } body && !IsFollowed(getter))
        {
            var receiver = property.Instance is null ? null : Evaluate(property.Instance);
            return Follow(getter, body, receiver, BindValues(getter, property.Arguments), operation) ?? Unknown(operation);
        }

        switch (operation)
        {
            case IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice:
                return Slice(slice, slice.Instance, range, slice.IndexerSymbol, slice.LengthSymbol);
            case IArrayElementReferenceOperation { Indices.Length: 1 } slice when slice.Indices[0] is IRangeOperation range:
                return Slice(slice, slice.ArrayReference, range, null, null);
        }

        var place = PlaceOf(operation);
        if (place is null)
        {
            return Unknown(operation);
        }

        var value = _state?.Find(place) ?? Loaded(place, operation);
        Record(GraphEventKind.Read, operation, value, place);
        return value;
    }

    private Term Loaded(Place place, IOperation site)
    {
        if (place is { Object: { Kind: TermKind.Tuple } tuple, Member: IFieldSymbol field } && Component(tuple, field) is { } component)
        {
            return component;
        }

        var epoch = place.Member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } }
            && IsFixed(place.Object?.Type) ? 0 : _state?.EpochOf(place.EpochKey) ?? 0;
        return place.Member is not null
            ? new Term(TermKind.Load, site, site.Type, place.Object is null ? [] : [place.Object], place.Member, site.ConstantValue, epoch)
            : new Term(TermKind.Element, site, site.Type, [place.Object!, .. place.Indices], epoch: epoch);
    }

    private static Term? Component(Term tuple, IFieldSymbol field)
    {
        var name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(name.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= tuple.Operands.Length
                ? tuple.Operands[number - 1]
                : null;
    }

    /// <summary>Whether an object's members do not change once it is made, or it is a value.</summary>
    private static bool IsFixed(ITypeSymbol? type)
        => type is null or IArrayTypeSymbol or { IsValueType: true } or { SpecialType: SpecialType.System_String } or { IsRecord: true };

    /// <summary>The place that an operation names; evaluates the object and the indices.</summary>
    private Place? PlaceOf(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation field:
                return new Place(field.Instance is null ? null : Evaluate(field.Instance), (field.Field.CorrespondingTupleField ?? field.Field).OriginalDefinition, [], (field.Field.CorrespondingTupleField ?? field.Field).OriginalDefinition);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return new Place(property.Instance is null ? null : Evaluate(property.Instance), property.Property.OriginalDefinition, [], property.Property.OriginalDefinition);
            case IPropertyReferenceOperation indexer:
                return new Place(Evaluate(indexer.Instance), null, [.. indexer.Arguments.Select(x => Evaluate(x.Value))], ElementKey(indexer.Type));
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                return new Place(array, null, [.. element.Indices.Select(x => IndexFrom(x, array, null))], ElementKey(element.Type));
            case IImplicitIndexerReferenceOperation element:
                return PlaceFromEnd(element);
            default:
                return null;
        }
    }

    private Place PlaceFromEnd(IImplicitIndexerReferenceOperation element)
    {
        var instance = Evaluate(element.Instance);
        return new Place(instance, null, [IndexFrom(element.Argument, instance, element.LengthSymbol)], ElementKey(element.Type));
    }

    /// <summary>An index, counted from the beginning.</summary>
    private Term IndexFrom(IOperation argument, Term instance, ISymbol? length)
    {
        var index = argument is IConversionOperation { Operand: var inner } && argument.Type?.Name == "Index" ? inner : argument;
        return index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? new Term(TermKind.Subtract, argument, fromEnd.Operand.Type, [LengthOf(instance, length, argument), Evaluate(fromEnd.Operand)])
            : Evaluate(index);
    }

    private static Term LengthOf(Term instance, ISymbol? length, IOperation site)
        => new(TermKind.Load, site, (length as IPropertySymbol)?.Type, [instance], length ?? instance.Type?.BaseType?.GetMembers("Length").FirstOrDefault());

    /// <summary>A part of an array, a span or a string: a call of its slicing method with a start and a length.</summary>
    private Term Slice(IOperation operation, IOperation instance, IRangeOperation range, ISymbol? method, ISymbol? length)
    {
        var whole = Evaluate(instance);
        var zero = new Term(TermKind.Constant, range, null, constant: new Optional<object?>(0));
        var start = range.LeftOperand is null ? zero : IndexFrom(range.LeftOperand, whole, length);
        var end = range.RightOperand is null ? LengthOf(whole, length, range) : IndexFrom(range.RightOperand, whole, length);
        return new Term(TermKind.Call, operation, operation.Type, [whole, start, new Term(TermKind.Subtract, range, null, [end, start])], method);
    }

    private static object ElementKey(ITypeSymbol? type) => type?.ToDisplayString() ?? "?";

    /// <summary>Writes to whatever stands on the left of an assignment.</summary>
    private void Assign(IOperation target, Term value, IOperation site)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                AssignVariable(target, value, site);
                break;
            case IDeclarationExpressionOperation { Expression: var declared }:
                Assign(declared, value, site);
                break;
            case IVariableDeclaratorOperation declarator:
                _state = _state?.With(declarator.Symbol, value);
                break;
            case ITupleOperation:
                Deconstruct(target, value);
                break;
            case IConditionalOperation or IDiscardOperation:
                break;
            case IPropertyReferenceOperation { Property.SetMethod: { } setter } property when _bodies.Find(setter) is { } body && !IsFollowed(setter):
                var receiver = property.Instance is null ? null : Evaluate(property.Instance);
                var arguments = BindValues(setter, property.Arguments);
                arguments.Add((setter.Parameters[setter.Parameters.Length - 1], value));
                Follow(setter, body, receiver, arguments, site);
                break;
            case IInvocationOperation call:
                Evaluate(call);
                break;
            default:
                if (PlaceOf(target) is { } place)
                {
                    Write(place, value, site);
                }

                break;
        }
    }

    private void AssignVariable(IOperation target, Term value, IOperation site)
    {
        var symbol = target is ILocalReferenceOperation local ? local.Local : (ISymbol)((IParameterReferenceOperation)target).Parameter;
        if (Resolve(symbol) is { } variable)
        {
            _state = _state?.With(variable, value);
            if (_places.TryGetValue(variable, out var element))
            {
                Write(element, value, site);
            }
        }
        else if (_aliases.TryGetValue(symbol, out var place))
        {
            Assign(place, value, site);
        }
    }

    private void Write(Place place, Term value, IOperation site)
    {
        Record(GraphEventKind.Store, site, value, place);
        _state = _state?.Written(place, value, Tick());
    }

    private Term EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            return Evaluate(assignment.Value);
        }

        var value = Evaluate(assignment.Value);
        Assign(assignment.Target, value, assignment);
        return value;
    }

    private Term EvaluateCompound(ICompoundAssignmentOperation assignment)
        => Update(assignment.Target, assignment, old => Fold(KindOf(assignment.OperatorKind), old, Evaluate(assignment.Value), assignment, assignment.OperatorMethod)).New;

    private Term EvaluateStep(IIncrementOrDecrementOperation step)
    {
        var one = new Term(TermKind.Constant, step, step.Type, constant: new Optional<object?>(1));
        var kind = step.Kind == OperationKind.Increment ? TermKind.Add : TermKind.Subtract;
        var (old, value) = Update(step.Target, step, x => Fold(kind, x, one, step));
        return step.IsPostfix ? old : value;
    }

    private Term EvaluateCoalesceAssignment(ICoalesceAssignmentOperation assignment)
        => Update(assignment.Target, assignment, old =>
        {
            var isNull = IsNull(old, assignment);
            var entry = _state;
            _state = Assume(entry, isNull, holds: true);
            var value = Evaluate(assignment.Value);
            return Choice(assignment, isNull, (_state, value), (Assume(entry, isNull, holds: false), old));
        }).New;

    /// <summary>Reads a place and writes it again; the object and the indices are evaluated once.</summary>
    private (Term Old, Term New) Update(IOperation target, IOperation site, Func<Term, Term> next)
    {
        var isPlain = target is IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
            || (target is IPropertyReferenceOperation { Property: var property } && (property.GetMethod is null || _bodies.Find(property.GetMethod) is null));
        if (isPlain && PlaceOf(target) is { } place)
        {
            var read = _state?.Find(place) ?? Loaded(place, target);
            Record(GraphEventKind.Read, target, read, place);
            var written = next(read);
            Write(place, written, site);
            return (read, written);
        }

        var old = Evaluate(target);
        var value = next(old);
        Assign(target, value, site);
        return (old, value);
    }

    /// <summary>The objects and indices on the left are evaluated before the right side is.</summary>
    private Term EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var places = new Dictionary<IOperation, Place>();
        foreach (var target in deconstruction.Target.DescendantsAndSelf().Where(x => x.Parent is ITupleOperation))
        {
            if (target is IArrayElementReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation && PlaceOf(target) is { } place)
            {
                places.Add(target, place);
            }
        }

        var value = Evaluate(deconstruction.Value);
        Deconstruct(deconstruction.Target, value, places);
        return value;
    }

    private void Deconstruct(IOperation target, Term value, IReadOnlyDictionary<IOperation, Place>? places = null)
    {
        target = target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared : target;
        if (target is ITupleOperation tuple)
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                Deconstruct(tuple.Elements[i], Part(value, i, tuple.Elements.Length, tuple.Elements[i]), places);
            }
        }
        else if (places is not null && places.TryGetValue(target, out var place))
        {
            Write(place, value, target);
        }
        else
        {
            Assign(target, value, target);
        }
    }

    /// <summary>One part of a value that is taken apart: of a tuple, of a dictionary's entry, of a record.</summary>
    private Term Part(Term value, int index, int count, IOperation site)
    {
        if (value.Kind == TermKind.Tuple && value.Operands.Length == count)
        {
            return value.Operands[index];
        }

        if (value.Type is not INamedTypeSymbol type)
        {
            return Unknown(site);
        }

        if (type.IsTupleType && index < type.TupleElements.Length)
        {
            var field = (type.TupleElements[index].CorrespondingTupleField ?? type.TupleElements[index]).OriginalDefinition;
            return new Term(TermKind.Load, site, type.TupleElements[index].Type, [value], field);
        }

        var parameters = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(x => x.Parameters.Length == count)?.Parameters;
        if (parameters is { } named
            && type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(x => string.Equals(x.Name, named[index].Name, StringComparison.OrdinalIgnoreCase)) is { } property)
        {
            var place = new Place(value, property.OriginalDefinition, [], property.OriginalDefinition);
            return _state?.Find(place) ?? new Term(TermKind.Load, site, property.Type, [value], property.OriginalDefinition);
        }

        return Unknown(site);
    }
}
