using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>What is known at a point of the code: the values of variables, what memory holds as far as it was seen, and the way there.</summary>
internal sealed class GraphState
{
    public static readonly GraphState Empty = new(
        ImmutableDictionary.Create<ISymbol, Term>(SymbolEqualityComparer.Default),
        ImmutableDictionary<Place, Term>.Empty,
        ImmutableDictionary<object, int>.Empty,
        0,
        []);

    private readonly ImmutableDictionary<ISymbol, Term> _variables;
    private readonly ImmutableDictionary<Place, Term> _memory;
    private readonly ImmutableDictionary<object, int> _epochs;
    private readonly int _epoch;

    private GraphState(
        ImmutableDictionary<ISymbol, Term> variables,
        ImmutableDictionary<Place, Term> memory,
        ImmutableDictionary<object, int> epochs,
        int epoch,
        ImmutableArray<Guard> guards)
        => (_variables, _memory, _epochs, _epoch, Guards) = (variables, memory, epochs, epoch, guards);

    /// <summary>The conditions on the way, outermost first.</summary>
    public ImmutableArray<Guard> Guards { get; }

    public Term? Find(ISymbol variable) => _variables.TryGetValue(variable, out var term) ? term : null;

    public Term? Find(Place place) => _memory.TryGetValue(place, out var term) ? term : null;

    public int EpochOf(object key) => Math.Max(_epoch, _epochs.TryGetValue(key, out var epoch) ? epoch : 0);

    public GraphState With(ISymbol variable, Term value) => new(_variables.SetItem(variable, value), _memory, _epochs, _epoch, Guards);

    public GraphState With(Guard guard) => new(_variables, _memory, _epochs, _epoch, Guards.Add(guard));

    public GraphState WithGuards(ImmutableArray<Guard> guards) => new(_variables, _memory, _epochs, _epoch, guards);

    /// <summary>After a write: what may be the same place is forgotten.</summary>
    public GraphState Written(Place place, Term value, int epoch)
        => new(
            _variables,
            _memory.RemoveRange(_memory.Keys.Where(place.MayAlias)).SetItem(place, value),
            _epochs.SetItem(place.EpochKey, epoch),
            _epoch,
            Guards);

    /// <summary>What a new object holds; nothing else changes.</summary>
    public GraphState Initialised(Place place, Term value) => new(_variables, _memory.SetItem(place, value), _epochs, _epoch, Guards);

    /// <summary>After somebody may have written to any place with the key.</summary>
    public GraphState Forgotten(object key, int epoch)
        => new(_variables, _memory.RemoveRange(_memory.Keys.Where(x => x.EpochKey.Equals(key))), _epochs.SetItem(key, epoch), _epoch, Guards);

    /// <summary>After somebody may have written anywhere.</summary>
    public GraphState AllForgotten(int epoch) => new(_variables, ImmutableDictionary<Place, Term>.Empty, _epochs, epoch, Guards);

    /// <summary>Where several ways meet. A value that differs becomes a choice by the conditions that part the ways, if they can be told.</summary>
    public static GraphState? Merge(IReadOnlyList<GraphState?> states, int epoch)
    {
        var ways = states.OfType<GraphState>().ToList();
        if (ways.Count <= 1)
        {
            return ways.Count == 0 ? null : ways[0];
        }

        var first = ways[0];
        var variables = first._variables;
        foreach (var variable in first._variables.Keys)
        {
            if (ways.Any(x => !x._variables.ContainsKey(variable)))
            {
                variables = variables.Remove(variable);
            }
            else if (ways.Any(x => !ReferenceEquals(x._variables[variable], first._variables[variable])))
            {
                variables = variables.SetItem(variable, Choose([.. ways.Select(x => (x.Guards, x._variables[variable]))]));
            }
        }

        var memory = first._memory;
        foreach (var place in first._memory.Keys)
        {
            if (ways.Any(x => !x._memory.ContainsKey(place)))
            {
                memory = memory.Remove(place);
            }
            else if (ways.Any(x => !x._memory[place].Equals(first._memory[place])))
            {
                memory = memory.SetItem(place, Choose([.. ways.Select(x => (x.Guards, x._memory[place]))]));
            }
        }

        var epochs = first._epochs;
        foreach (var key in ways.SelectMany(x => x._epochs.Keys).Distinct())
        {
            if (ways.Any(x => x.EpochOf(key) != first.EpochOf(key)))
            {
                epochs = epochs.SetItem(key, epoch);
            }
        }

        var whole = ways.All(x => x._epoch == first._epoch) ? first._epoch : epoch;
        return new GraphState(variables, memory, epochs, whole, first.Guards.RemoveRange(Common(ways), first.Guards.Length - Common(ways)));
    }

    /// <summary>The value that several ways bring along, told apart by their conditions where that can be done.</summary>
    public static Term Choose(IReadOnlyList<(ImmutableArray<Guard> Guards, Term Value)> ways, int from = 0)
    {
        var first = ways[0];
        if (ways.All(x => x.Value.Equals(first.Value)))
        {
            return first.Value;
        }

        while (ways.All(x => x.Guards.Length > from && IsSame(x.Guards[from], first.Guards[from]) && x.Guards[from].Holds == first.Guards[from].Holds))
        {
            from++;
        }

        if (ways.All(x => x.Guards.Length > from && IsSame(x.Guards[from], first.Guards[from])))
        {
            var condition = first.Guards[from].Condition;
            var whenTrue = Choose([.. ways.Where(x => x.Guards[from].Holds)], from + 1);
            var whenFalse = Choose([.. ways.Where(x => !x.Guards[from].Holds)], from + 1);
            return new Term(TermKind.Choice, condition.Site, first.Value.Type, [condition, whenTrue, whenFalse]);
        }

        return new Term(TermKind.Join, first.Value.Site, first.Value.Type, [.. ways.Select(x => x.Value).Distinct()]);
    }

    private static int Common(List<GraphState> ways)
    {
        var common = 0;
        while (ways.All(x => x.Guards.Length > common && IsSame(x.Guards[common], ways[0].Guards[common]) && x.Guards[common].Holds == ways[0].Guards[common].Holds))
        {
            common++;
        }

        return common;
    }

    private static bool IsSame(Guard one, Guard other) => ReferenceEquals(one.Condition, other.Condition);
}
