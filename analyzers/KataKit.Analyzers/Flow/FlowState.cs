using System.Collections.Immutable;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What holds at one point of a method on every path that reaches it. Immutable; an unreachable point has no state.</summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public static readonly FlowState Empty = new(
        ImmutableDictionary.Create<ISymbol, AbstractValue>(SymbolEqualityComparer.Default, SameObject<AbstractValue>.Comparer),
        ImmutableDictionary.Create(EqualityComparer<object>.Default, SameObject<Tensor>.Comparer),
        ImmutableDictionary.Create(EqualityComparer<Atom>.Default, SameObject<CounterRange>.Comparer),
        ImmutableDictionary<Atom, Polynomial>.Empty,
        flag: null);

    private FlowState(
        ImmutableDictionary<ISymbol, AbstractValue> variables,
        ImmutableDictionary<object, Tensor> heap,
        ImmutableDictionary<Atom, CounterRange> counters,
        ImmutableDictionary<Atom, Polynomial> equalities,
        bool? flag)
    {
        Variables = variables;
        Heap = heap;
        Counters = counters;
        Equalities = equalities;
        Flag = flag;
    }

    /// <summary>Locals and parameters of all methods that are being interpreted.</summary>
    public ImmutableDictionary<ISymbol, AbstractValue> Variables { get; }

    /// <summary>Arrays, matrices and vectors by identity.</summary>
    public ImmutableDictionary<object, Tensor> Heap { get; }

    /// <summary>How far the counters of running loops go.</summary>
    public ImmutableDictionary<Atom, CounterRange> Counters { get; }

    /// <summary>Dimensions that a test on this path has found equal to something: <c>heads == 1</c>.</summary>
    public ImmutableDictionary<Atom, Polynomial> Equalities { get; }

    /// <summary>What the entry of a boolean array of the contract was that this path tested last; unknown where paths disagree.</summary>
    public bool? Flag { get; }

    public AbstractValue this[ISymbol variable]
        => Variables.TryGetValue(variable, out var value) ? value : AbstractValue.Unknown;

    public static FlowState? Join(FlowState? left, FlowState? right)
    {
        if (left is null || right is null || left.Equals(right))
        {
            return left ?? right;
        }

        var joined = new FlowState(
            JoinMaps(left.Variables, right.Variables, Lattice.Join),
            JoinMaps(left.Heap, right.Heap, Lattice.Join),
            JoinMaps(left.Counters, right.Counters, CounterRange.Join),
            left.Equalities.Where(x => right.Equalities.TryGetValue(x.Key, out var value) && value.Equals(x.Value)).ToImmutableDictionary(),
            left.Flag == right.Flag ? left.Flag : null);

        // A variable that may mean an object, and is not known to, may still be written through.
        foreach (var variable in joined.Variables.Where(x => x.Value == AbstractValue.Unknown))
        {
            foreach (var reference in new[] { left[variable.Key], right[variable.Key] }.OfType<Reference>())
            {
                joined = joined.Share(reference.Identity);
            }
        }

        return joined;
    }

    public FlowState With(ISymbol variable, AbstractValue value) => new(Variables.SetItem(variable, value), Heap, Counters, Equalities, Flag);

    /// <summary>
    /// The state after an object changed. Of several objects that one reference may mean, each may have changed, so each keeps what it
    /// was as a possibility.
    /// </summary>
    public FlowState With(object identity, Tensor tensor)
        => identity is EitherOf either
            ? either.Objects.Aggregate(this, (x, y) => x.With(y, x.Heap.TryGetValue(y, out var old) ? Lattice.Join(old, tensor) : tensor))
            : Heap.TryGetValue(identity, out var held) && held.IsShared ? this
            : new(Variables, Heap.SetItem(identity, tensor), Counters, Equalities, Flag);

    /// <summary>The state in which code that is not modelled holds an object too.</summary>
    public FlowState Share(object identity)
        => EitherOf.ObjectsOf(identity).Aggregate(this, (x, y) => x.Heap.TryGetValue(y, out var tensor)
            ? new(x.Variables, x.Heap.SetItem(y, new Tensor(tensor.Axes, AbstractValue.Unknown) { IsShared = true }), x.Counters, x.Equalities, x.Flag)
            : x);

    public FlowState With(Atom counter, CounterRange range) => new(Variables, Heap, Counters.SetItem(counter, range), Equalities, Flag);

    public FlowState WithEquality(Atom dimension, Polynomial value)
        => new(Variables, Heap, Counters, Equalities.SetItem(dimension, value), Flag);

    public FlowState WithFlag(bool? flag) => flag == Flag ? this : new(Variables, Heap, Counters, Equalities, flag);

    public FlowState WithoutVariables(IEnumerable<ISymbol> variables)
        => new(Variables.RemoveRange(variables), Heap, Counters, Equalities, Flag);

    public FlowState WithoutCounter(Atom counter) => new(Variables, Heap, Counters.Remove(counter), Equalities, Flag);

    /// <summary>Every variable and element through a function, as at the end of a loop's turn.</summary>
    public FlowState Map(Func<AbstractValue, AbstractValue> variable, Func<Tensor, Tensor> tensor)
        => new(Mapped(Variables, variable), Mapped(Heap, tensor), Counters, Equalities, Flag);

    /// <summary>A new object at an identity. Whoever still holds an older object of that identity no longer knows what it holds.</summary>
    public FlowState Allocate(object identity, Tensor tensor)
    {
        var state = this;
        if (Heap.ContainsKey(identity))
        {
            state = Map(x => Holds(x, identity) ? AbstractValue.Unknown : x, x => Holds(x, identity) ? new Tensor(x.Axes, AbstractValue.Unknown) : x);
        }

        return new(state.Variables, state.Heap.SetItem(identity, tensor), state.Counters, state.Equalities, state.Flag);
    }

    public Tensor? Find(AbstractValue value)
    {
        if (value is not Reference reference)
        {
            return null;
        }

        Tensor? joined = null;
        foreach (var identity in EitherOf.ObjectsOf(reference.Identity))
        {
            if (!Heap.TryGetValue(identity, out var tensor))
            {
                return null;
            }

            joined = joined is null ? tensor : Lattice.Join(joined, tensor);
        }

        return joined;
    }

    public CounterBounds? RangeOf(Polynomial index)
        => index.Single is { Powers.Length: 1 } term
           && term.Coefficient == Rational.One
           && term.Powers[0].Exponent == Rational.One
           && Counters.TryGetValue(term.Powers[0].Atom, out var range)
            ? range.Bounds
            : null;

    public bool Equals(FlowState? other)
        => other is not null
           && Same(Variables, other.Variables)
           && Same(Heap, other.Heap)
           && Same(Counters, other.Counters)
           && Same(Equalities, other.Equalities)
           && Flag == other.Flag;

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    /// <summary>The first thing that two states disagree about, for people who look for the reason.</summary>
    public string DifferenceTo(FlowState other)
        => Difference(Variables, other.Variables) ?? Difference(Heap, other.Heap) ?? Difference(Counters, other.Counters) ?? "equalities";

    public override int GetHashCode() => unchecked((Variables.Count * 31) + Heap.Count);

    private static bool Holds(AbstractValue value, object identity)
        => value switch
        {
            Reference reference => EitherOf.ObjectsOf(reference.Identity).Contains(identity),
            Aggregate aggregate => aggregate.Values.Any(x => Holds(x, identity)),
            Sequence sequence => Holds(sequence.Element, identity),
            _ => false,
        };

    private static bool Holds(Tensor tensor, object identity)
        => Holds(tensor.Base, identity) || tensor.Passes.Any(x => Holds(x.Value, identity));

    private static bool Same<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return left.Count == right.Count && left.All(x => right.TryGetValue(x.Key, out var value) && (ReferenceEquals(x.Value, value) || Equals(x.Value, value)));
    }

    private static string? Difference<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull
        => left.Keys.Concat(right.Keys)
            .Where(x => !Equals(left.GetValueOrDefault(x), right.GetValueOrDefault(x)))
            .Select(x => $"{x}: {left.GetValueOrDefault(x)} or {right.GetValueOrDefault(x)}")
            .FirstOrDefault();

    private static ImmutableDictionary<TKey, TValue> Mapped<TKey, TValue>(ImmutableDictionary<TKey, TValue> map, Func<TValue, TValue> change)
        where TKey : notnull
    {
        ImmutableDictionary<TKey, TValue>.Builder? builder = null;
        foreach (var pair in map)
        {
            var changed = change(pair.Value);
            if (!ReferenceEquals(changed, pair.Value))
            {
                builder ??= map.ToBuilder();
                builder[pair.Key] = changed;
            }
        }

        return builder?.ToImmutable() ?? map;
    }

    // What only one path knows of belongs to that path alone: C# lets nobody read a local that is not assigned on both.
    private static ImmutableDictionary<TKey, TValue> JoinMaps<TKey, TValue>(
        ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right, Func<TValue, TValue, TValue> join)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        // Paths that part and meet again have most of their values in common, and these very objects.
        ImmutableDictionary<TKey, TValue>.Builder? builder = null;
        foreach (var pair in right)
        {
            var isKnown = left.TryGetValue(pair.Key, out var value);
            if (!isKnown || !ReferenceEquals(value, pair.Value))
            {
                builder ??= left.ToBuilder();
                builder[pair.Key] = isKnown ? join(value!, pair.Value) : pair.Value;
            }
        }

        return builder?.ToImmutable() ?? left;
    }

    /// <summary>
    /// Compares values by identity, which is all that a map asks when it is given a new value for a key; comparing trees of values there
    /// costs more than it saves.
    /// </summary>
    private sealed class SameObject<T> : IEqualityComparer<T>
        where T : class
    {
        public static readonly SameObject<T> Comparer = new();

        public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

        public int GetHashCode(T obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
