using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Places in the source that are read or assigned: variables, elements, properties, slices.</content>
internal sealed partial class Interpreter
{
    private AbstractValue Assign(IOperation target, IOperation source, Func<AbstractValue> evaluate)
    {
        // Compound assignments have evaluated the target already; evaluating indices twice does no harm to what is known.
        var value = evaluate();
        var isElement = target is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 };
        AssignTo(target, isElement ? Placed(value, source) : value);
        return value;
    }

    private void AssignTo(IOperation target, AbstractValue value)
    {
        if (_state is null)
        {
            return;
        }

        switch (target)
        {
            case ILocalReferenceOperation local:
                _state = _state.With(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                _state = _state.With(parameter.Parameter, value);
                break;
            case IVariableDeclaratorOperation declarator:
                _state = _state.With(declarator.Symbol, value);
                break;
            case IDeclarationExpressionOperation declaration:
                AssignTo(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    AssignTo(tuple.Elements[i], value is Aggregate aggregate && i < aggregate.Values.Count ? aggregate.Values[i] : AbstractValue.Unknown);
                }

                break;
            case IArrayElementReferenceOperation element:
                Write(element, Evaluate(element.ArrayReference), [.. element.Indices.Select(Evaluate)], value);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } instance } indexer:
                Write(indexer, Evaluate(instance), Arguments(indexer.Arguments), value);
                break;
            case IDiscardOperation:
                break;
            default:
                // A field, a property, an element counted from the end: whoever owns the place is no longer known, nor is what went into it.
                Escape([value, .. target.ChildOperations.Select(Evaluate)]);
                if (target is IMemberReferenceOperation { Instance: ILocalReferenceOperation or IParameterReferenceOperation } member)
                {
                    AssignTo(member.Instance, AbstractValue.Unknown);
                }

                break;
        }
    }

    private AbstractValue ReadProperty(IPropertyReferenceOperation property)
    {
        var instance = Evaluate(property.Instance);
        if (property.Arguments.Length > 0)
        {
            var indices = Arguments(property.Arguments);
            return instance is Reference ? Read(property, instance, indices) : AbstractValue.Unknown;
        }

        return instance switch
        {
            Aggregate aggregate when aggregate.Names.Contains(property.Property.Name) => aggregate[property.Property.Name],
            Aggregate => CallOn(instance, property.Property.GetMethod, [], property.Syntax) ?? AbstractValue.Unknown,
            _ => LengthOf(instance, property),
        };
    }

    private AbstractValue LengthOf(AbstractValue instance, IPropertyReferenceOperation property)
    {
        if (instance is Sequence { Length: { } count } && property.Property.Name is "Length" or "Count")
        {
            return new Number(((Sequence)instance).Length!);
        }

        if (View(instance) is not { Axes.Count: > 0 } view)
        {
            return AbstractValue.Unknown;
        }

        var length = property.Property.Name switch
        {
            "RowCount" => view.Axes[0],
            "ColumnCount" when view.Axes.Count > 1 => view.Axes[1],
            // A rectangular array counts its cells; everything else counts what its first index runs over.
            "Length" when property.Instance?.Type is IArrayTypeSymbol { Rank: > 1 } array => Product(view.Axes.Take(array.Rank)),
            "Length" or "Count" => view.Axes[0],
            _ => null,
        };
        if (length is null)
        {
            // A matrix gives its storage away by a property: who holds that can write to the matrix.
            Escape([instance]);
            return AbstractValue.Unknown;
        }

        return new Number(length);
    }

    private static Polynomial? Product(IEnumerable<Polynomial?> lengths)
        => lengths.Aggregate((Polynomial?)Polynomial.One, (x, y) => x is null || y is null ? null : x * y);

    private AbstractValue ReadImplicit(IImplicitIndexerReferenceOperation indexer)
    {
        var instance = Evaluate(indexer.Instance);
        return indexer.Argument is IRangeOperation range ? SliceOf(instance, range) : ReadFromEnd(instance, indexer.Argument);
    }

    private AbstractValue SliceOf(AbstractValue instance, IRangeOperation range)
    {
        if (instance is not Reference reference || View(reference)?.Axes.FirstOrDefault() is not { } length)
        {
            Evaluate(range.LeftOperand);
            Evaluate(range.RightOperand);
            return AbstractValue.Unknown;
        }

        var start = range.LeftOperand is null ? Polynomial.Zero : FromEnd(range.LeftOperand, length);
        var end = range.RightOperand is null ? length : FromEnd(range.RightOperand, length);
        return start is null || end is null ? AbstractValue.Unknown : Slice(reference, start, end - start);
    }

    private AbstractValue ReadFromEnd(AbstractValue instance, IOperation index)
        => View(instance)?.Axes.FirstOrDefault() is { } length && FromEnd(index, length) is { } position
            ? Read(instance, [new Number(position)])
            : AbstractValue.Unknown;

    public static AbstractValue Slice(Reference reference, Polynomial start, Polynomial? length)
        => reference with { Offset = (reference.Offset ?? Polynomial.Zero) + start, Length = length };

    private Polynomial? FromEnd(IOperation index, Polynomial length)
    {
        if (index is IConversionOperation conversion)
        {
            return FromEnd(conversion.Operand, length);
        }

        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            return Evaluate(hat.Operand) is Number fromEnd ? length - fromEnd.Value : null;
        }

        return Evaluate(index) is Number number ? number.Value : null;
    }
}
