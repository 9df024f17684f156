using System.Collections.Immutable;
using System.Globalization;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Arrays, matrices and variables: allocation, reading and writing.</content>
internal sealed partial class Interpreter
{
    /// <summary>A new object made by an operation; each chain of calls that reaches the operation makes objects of its own.</summary>
    public AbstractValue Allocate(IOperation site, Tensor tensor, int part = 0) => Allocate(site, tensor, tensor.Axes.Count, part);

    /// <summary>A new array of given elements, which may be arrays or matrices themselves.</summary>
    public AbstractValue AllocateOf(IOperation site, IReadOnlyList<AbstractValue> elements)
    {
        var rank = elements.Count == 0 ? 0 : View(elements[0])?.Axes.Count ?? 0;
        var array = AllocateArray(site, [new Number(Polynomial.Of(elements.Count))], rank + 1);
        for (var i = 0; i < elements.Count; i++)
        {
            Write(array, [new Number(Polynomial.Of(i))], elements[i]);
        }

        return array;
    }

    public AbstractValue AllocateArray(IOperation site, IReadOnlyList<AbstractValue> lengths, int rank)
    {
        var axes = new Polynomial?[rank];
        for (var i = 0; i < rank; i++)
        {
            axes[i] = i < lengths.Count && lengths[i] is Number number ? number.Value : null;
        }

        return Allocate(site, new Tensor(new([.. axes]), Number.Zero), lengths.Count, part: -1);
    }

    private AbstractValue Allocate(IOperation site, Tensor tensor, int known, int part)
    {
        if (_state is null)
        {
            return AbstractValue.Unknown;
        }

        // A length that is not known is still one number: a loop up to the array's own length covers the array.
        var axes = tensor.Axes.Select((x, i) => x ?? (i < known ? UnknownLength(site.Syntax, i) : null));
        var identity = (site.Syntax, _context, part);
        _state = _state.Allocate(identity, tensor with { Axes = new([.. axes]) });
        return new Reference(identity);
    }

    private Polynomial UnknownLength(SyntaxNode site, int axis)
        => Polynomial.Opaque(string.Format(CultureInfo.InvariantCulture, "length {0} of {1}@{2}", axis, site.SpanStart, _context?.GetHashCode()));

    /// <summary>The axes and the content that a reference shows, as a value of its own.</summary>
    public Tensor? View(AbstractValue value)
    {
        if (value is not Reference reference || _state?.Find(reference) is not { } tensor || reference.Prefix.Count > tensor.Axes.Count)
        {
            return null;
        }

        if (reference.IsWhole)
        {
            return tensor;
        }

        var axes = tensor.Axes.Skip(reference.Prefix.Count).ToArray();
        if (reference.Offset is not null && axes.Length > 0)
        {
            axes[0] = reference.Length;
        }

        return new Tensor(new([.. axes]), LoopBoundary.Forget(tensor.Read(reference.Prefix, _state)));
    }

    /// <summary>Reads where the learner wrote an index.</summary>
    public AbstractValue Read(IOperation site, AbstractValue target, IReadOnlyList<AbstractValue> indices)
    {
        if (target is Reference reference)
        {
            CheckIndices(site, reference, indices);
            var value = Read(target, indices);
            return value is Quantity { Index: { } index } quantity && _state?.Find(reference) is { IsOrdered: true } tensor && Strides.Has(index, tensor)
                ? quantity with { StridedAt = Origin(site, reference, tensor) }
                : value;
        }

        return Read(target, indices);
    }

    // What was cut out wrongly was cut out before the helper saw it: by the call in the member itself.
    private SyntaxNode Origin(IOperation site, Reference reference, Tensor tensor)
    {
        var call = _context;
        while (call?.Caller is { } caller)
        {
            call = caller;
        }

        return reference.Offset is { } offset && call is not null && Strides.Has(new([offset]), tensor) ? call.Site : site.Syntax;
    }

    /// <summary>Writes where the learner wrote an index.</summary>
    public void Write(IOperation site, AbstractValue target, IReadOnlyList<AbstractValue> indices, AbstractValue value)
    {
        if (target is Reference reference)
        {
            CheckIndices(site, reference, indices);
        }

        Write(target, indices, value);
    }

    public AbstractValue Read(AbstractValue target, IReadOnlyList<AbstractValue> indices)
    {
        if (target is not Reference reference || _state?.Find(reference) is not { } tensor)
        {
            return AbstractValue.Unknown;
        }

        // Some element: which one does not matter to what its row is multiplied with.
        if (FullIndex(reference, [.. indices.Select(x => x as Number ?? new Number(Polynomial.Somewhere))]) is not { } index)
        {
            return AbstractValue.Unknown;
        }

        if (index.Count < tensor.Axes.Count)
        {
            return new Reference(reference.Identity, index);
        }

        var value = tensor.Read(index, _state);
        return value is Quantity { IsAddend: false } quantity ? quantity with { Index = index } : value;
    }

    public void Write(AbstractValue target, IReadOnlyList<AbstractValue> indices, AbstractValue value)
    {
        if (_state is null || target is not Reference reference || _state.Find(reference) is not { } tensor)
        {
            return;
        }

        if (FullIndex(reference, indices) is not { } index || index.Count > tensor.Axes.Count || index.Any(IsSomewhere))
        {
            _state = _state.With(reference.Identity, new Tensor(tensor.Axes, Lattice.Join(tensor.Summary, LoopBoundary.Forget(value))));
        }
        else if (index.Count < tensor.Axes.Count)
        {
            WriteRow(reference, tensor, index, value);
        }
        else
        {
            var stored = value is Quantity { IsAddend: false } quantity ? quantity.Free : value;
            _state = _state.With(reference.Identity, tensor.Write(index, stored));
        }
    }

    public AbstractValue Value(ISymbol variable) => _state is null ? AbstractValue.Unknown : _state[variable];

    public void Assign(ISymbol variable, AbstractValue value) => _state = _state?.With(variable, value);

    /// <summary>Writes one value to a block of an array: the intervals say where, along the axes that the reference shows.</summary>
    public void WriteBlock(AbstractValue target, EquatableArray<Interval> intervals, AbstractValue content)
    {
        if (_state is null || target is not Reference reference || _state.Find(reference) is not { } tensor)
        {
            return;
        }

        var offset = reference.Offset ?? Polynomial.Zero;
        var full = reference.Prefix.Map(x => new Interval(x, Polynomial.One))
            .Concat(intervals.Select((x, i) => i == 0 ? x with { Start = offset + x.Start } : x))
            .ToArray();
        var pass = new Pass(new([.. full]), EquatableArray<Atom>.Empty, LoopBoundary.Forget(content), Conditional: false);
        var isKnown = full.Length == tensor.Axes.Count && !full.Any(x => IsSomewhere(x.Start));
        _state = _state.With(reference.Identity, isKnown ? tensor.With(pass) : new Tensor(tensor.Axes, Lattice.Join(tensor.Summary, pass.Value)));
    }

    private static bool IsSomewhere(Polynomial index) => index.Mentions(Polynomial.Somewhere.Terms[0].Powers[0].Atom);

    /// <summary>Code that is not modelled has these values in its hands: nothing is known of what they hold any more.</summary>
    public void Escape(IEnumerable<AbstractValue> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case Reference reference:
                    _state = _state?.Share(reference.Identity);
                    break;
                case Aggregate aggregate:
                    Escape(aggregate.Values);
                    break;
                case Sequence sequence:
                    Escape([sequence.Element]);
                    break;
                case Closure closure when (closure.Lambda ?? _bodies.Find(closure.Method)) is { } body:
                    // It may be called at any time with anything, and write what it captured.
                    foreach (var captured in CapturedWrites.In(body))
                    {
                        Escape([_state![captured.Variable]]);
                        _state = captured.IsAssigned ? _state.With(captured.Variable, AbstractValue.Unknown) : _state;
                    }

                    break;
            }
        }
    }

    /// <summary>The elements one after another, by position along the first axis.</summary>
    public Sequence? SequenceOf(AbstractValue value, Atom position)
    {
        switch (value)
        {
            case Sequence sequence:
                return sequence;
            case Reference reference when View(reference) is { Axes.Count: > 0 } view && _state is not null:
                var length = view.Axes[0];
                _state = _state.With(position, Range(length));
                return new Sequence(position, Read(reference, [new Number(Polynomial.Of(position))]), length);
            default:
                return null;
        }
    }

    private void WriteRow(Reference reference, Tensor tensor, EquatableArray<Polynomial> index, AbstractValue value)
    {
        var row = View(value);
        var axes = tensor.Axes.ToArray();
        var intervals = index.Map(x => new Interval(x, Polynomial.One)).ToList();
        for (var i = index.Count; i < axes.Length; i++)
        {
            axes[i] ??= row is not null && i - index.Count < row.Axes.Count ? row.Axes[i - index.Count] : null;
            intervals.Add(new Interval(Polynomial.Zero, axes[i]));
        }

        var pass = new Pass(new([.. intervals]), EquatableArray<Atom>.Empty, LoopBoundary.Forget(row?.Summary ?? AbstractValue.Unknown), Conditional: false);
        _state = _state!.With(reference.Identity, (tensor with { Axes = new([.. axes]) }).With(pass));

        // Whoever still holds the row now holds a part of the array. The contract's parameters stay what they are: no member writes to them.
        if (value is Reference { IsWhole: true, Identity: not ISymbol } stored && !stored.Identity.Equals(reference.Identity))
        {
            _state = _state.Map(
                x => x is Reference held && held.Identity.Equals(stored.Identity)
                    ? held with { Identity = reference.Identity, Prefix = new([.. index, .. held.Prefix]) }
                    : x,
                x => x);
        }
    }

    private static EquatableArray<Polynomial>? FullIndex(Reference reference, IReadOnlyList<AbstractValue> indices)
    {
        var index = reference.Prefix;
        for (var i = 0; i < indices.Count; i++)
        {
            if (indices[i] is not Number number)
            {
                return null;
            }

            index = index.Append(i == 0 && reference.Offset is { } offset ? offset + number.Value : number.Value);
        }

        return index;
    }

    private AbstractValue Create(IArrayCreationOperation creation)
    {
        if (creation is { DimensionSizes.Length: 1, Initializer: { } initializer } && !initializer.ElementValues.Any(x => x is IArrayInitializerOperation))
        {
            return AllocateOf(creation, [.. initializer.ElementValues.Select(Evaluate)]);
        }

        var lengths = creation.DimensionSizes.Select(Evaluate).ToList();
        var array = AllocateArray(creation, lengths, Math.Max(LibraryModel.RankOf(creation.Type), lengths.Count));
        return creation.Initializer is null ? array : Forget([array, EvaluateChildren(creation.Initializer)], array);
    }
}
