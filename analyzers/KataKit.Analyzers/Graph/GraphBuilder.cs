using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

/// <summary>
/// Builds the <see cref="ValueGraph"/> of a method in one walk over its operations. Methods of the same type, local functions and lambdas
/// are followed in place. A variable that a loop assigns becomes a <see cref="LoopVariable"/>, ways that meet become a choice. Whatever is
/// not modelled is an unknown value.
/// </summary>
internal sealed partial class GraphBuilder
{
    private const int DeepestCall = 12;
    private const int MostSteps = 20_000;

    private readonly MethodBodies _bodies;
    private readonly List<GraphEvent> _events = [];
    private readonly List<Loop> _loops = [];
    private readonly Stack<Frame> _frames = new();
    private readonly Stack<Exits> _exits = new();
    private readonly Dictionary<ISymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);

    // What a variable of `foreach (ref …)` stands for.
    private readonly Dictionary<ISymbol, Place> _places = new(SymbolEqualityComparer.Default);

    private Loop? _loop;
    private int _clock = 1;
    private int _steps;
    private int _muted;
    private string? _refusal;

    // Null where the current point cannot be reached.
    private GraphState? _state = GraphState.Empty;

    private GraphBuilder(MethodBodies bodies) => _bodies = bodies;

    /// <summary>The graph of a method.</summary>
    public static ValueGraph Build(IMethodSymbol method, MethodBodies bodies)
    {
        var builder = new GraphBuilder(bodies);
        var result = builder.Run(method);
        return new ValueGraph(method, [.. builder._events], [.. builder._loops], result, builder._refusal);
    }

    private Term? Run(IMethodSymbol method)
    {
        if (_bodies.Find(method) is not { } body)
        {
            _refusal = "no body";
            return null;
        }

        foreach (var parameter in method.Parameters)
        {
            _state = _state!.With(parameter, new Term(TermKind.Parameter, null, parameter.Type, symbol: parameter));
        }

        var frame = new Frame(method, new Term(TermKind.This, null, method.ContainingType));
        _frames.Push(frame);
        Execute(body);
        _frames.Pop();
        return frame.Result();
    }

    private int Tick() => ++_clock;

    private bool Spend()
    {
        if (++_steps > MostSteps)
        {
            _refusal ??= "too much code";
        }

        return _refusal is null && _state is not null;
    }

    private void Record(GraphEventKind kind, IOperation site, Term value, Place? place = null)
    {
        if (_muted == 0 && _state is not null)
        {
            _events.Add(new GraphEvent(kind, site, value, place, _state.Guards, _loop) { Order = _events.Count });
        }
    }

    private Term Unknown(IOperation site) => new(TermKind.Unknown, site, site.Type);

    /// <summary>One method that is being followed.</summary>
    private sealed class Frame(IMethodSymbol method, Term? instance)
    {
        private readonly List<(ImmutableArray<Guard> Guards, Term Value)> _values = [];

        public IMethodSymbol Method { get; } = method;

        public Term? Instance { get; } = instance;

        public List<GraphState?> States { get; } = [];

        public List<Term> Yields { get; } = [];

        public bool IsIterator { get; set; }

        /// <summary>The loop that the call stands in: a return leaves the loops inside it only.</summary>
        public Loop? OuterLoop { get; init; }

        public void Return(GraphState state, Term? value)
        {
            States.Add(state);
            if (value is not null)
            {
                _values.Add((state.Guards, value));
            }
        }

        public Term? Result()
            => IsIterator ? new Term(TermKind.Sequence, null, Method.ReturnType, [.. Yields])
                : _values.Count == 0 ? null
                : GraphState.Choose(_values);
    }

    /// <summary>Where control leaves a loop or a switch other than at its end.</summary>
    private sealed class Exits(bool isLoop)
    {
        public bool IsLoop { get; } = isLoop;

        public List<GraphState?> Break { get; } = [];

        public List<GraphState?> Continue { get; } = [];
    }
}
