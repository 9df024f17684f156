using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>The bodies that a run may interpret in place: the methods and local functions of one type.</summary>
internal sealed class MethodBodies
{
    private readonly Dictionary<ISymbol, IOperation> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, ImmutableArray<ISymbol>> _variables = [];

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
}
