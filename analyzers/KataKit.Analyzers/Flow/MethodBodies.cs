using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>The bodies that a run may interpret in place: the methods and local functions of one type.</summary>
internal sealed class MethodBodies
{
    private readonly Dictionary<ISymbol, IOperation> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, ImmutableArray<ISymbol>> _variables = [];
    private readonly Dictionary<ILoopOperation, LoopFacts> _loops = [];
    private readonly Dictionary<IOperation, string?> _refusals = [];

    /// <summary>Takes in the operation blocks of the type's methods.</summary>
    public MethodBodies(IEnumerable<KeyValuePair<ISymbol, IOperation>> bodies)
    {
        foreach (var pair in bodies)
        {
            _bodies[pair.Key] = pair.Value;
            foreach (var localFunction in pair.Value.Descendants().OfType<ILocalFunctionOperation>())
            {
                if (localFunction.Body is { } body)
                {
                    _bodies[localFunction.Symbol] = body;
                }
            }
        }
    }

    /// <summary>Every method, accessor and local function with its body.</summary>
    public IEnumerable<KeyValuePair<ISymbol, IOperation>> All => _bodies;

    /// <summary>The methods, constructors and accessors; local functions stand in them.</summary>
    public IEnumerable<IMethodSymbol> Methods => _bodies.Keys.OfType<IMethodSymbol>().Where(x => x.MethodKind != MethodKind.LocalFunction);

    public IOperation? Find(IMethodSymbol method) => _bodies.TryGetValue(method.OriginalDefinition, out var body) ? body : null;

    /// <summary>The locals of a body, which nobody can see once it has returned.</summary>
    public ImmutableArray<ISymbol> VariablesOf(IOperation body)
    {
        if (!_variables.TryGetValue(body, out var variables))
        {
            _variables[body] = variables =
            [
                .. body.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Select(x => (ISymbol)x.Symbol),
                .. body.DescendantsAndSelf().OfType<ILoopOperation>().SelectMany(x => x.Locals),
            ];
        }

        return variables;
    }

    /// <summary>What can be seen of a loop without running it. A loop within loops and calls is entered often and looked at once.</summary>
    public LoopFacts FactsOf(ILoopOperation loop)
    {
        if (!_loops.TryGetValue(loop, out var facts))
        {
            _loops[loop] = facts = new LoopFacts(LoopCounters.Of(loop), LoopExit.MayBeEarly(loop), LoopExit.HasOtherExit(loop));
        }

        return facts;
    }

    /// <summary>Why a body cannot be interpreted, or <see langword="null"/>.</summary>
    public string? RefusalOf(IOperation body)
    {
        if (!_refusals.TryGetValue(body, out var reason))
        {
            _refusals[body] = reason = Unsupported.FindIn(body);
        }

        return reason;
    }
}

/// <summary>What can be seen of a loop without running it.</summary>
/// <param name="Counters">Its counters.</param>
/// <param name="MayEndEarly">Whether its condition asks for more than its counter: <see cref="LoopExit.MayBeEarly"/>.</param>
/// <param name="HasOtherExit">Whether it can be left on the way: <see cref="LoopExit.HasOtherExit"/>.</param>
internal sealed record LoopFacts(ImmutableArray<LoopCounter> Counters, bool MayEndEarly, bool HasOtherExit);
