using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>What the rules on minimization ask: where functions are called, and which values belong to which points.</summary>
internal static class Probes
{
    /// <summary>The identifier of the kata.</summary>
    public const string Kata = "function-minimization";

    /// <summary>The ends of the interval: the two numbers that follow the functions.</summary>
    public static (IParameterSymbol Left, IParameterSymbol Right) Interval(this ValueGraph graph)
    {
        var numbers = graph.Entry.Parameters.Where(x => x.Type.TypeKind != TypeKind.Delegate).ToList();
        return (numbers[0], numbers[1]);
    }

    /// <summary>Whether a term is a parameter.</summary>
    public static bool IsParameter(this Term term, IParameterSymbol parameter)
        => term.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Symbol, parameter);

    /// <summary>Whether a term calls a function that the member was given: the first, second … parameter.</summary>
    public static bool IsCallOfParameter(this Term term, ValueGraph graph, int position)
        => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }, Operands.Length: 2 }
           && term.Operands[0].IsParameter(graph.Entry.Parameters[position]);

    /// <summary>Whether functions may be called where it is not seen: kept in an object, handed to a library, called by a function that calls itself.</summary>
    public static bool HasHiddenCalls(this ValueGraph graph)
        => graph.Computations.Select(x => x.Value).Any(x => x switch
        {
            { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } } => x.Operands[0].Kind != TermKind.Parameter,
            { Kind: TermKind.Call, Symbol.ContainingType.Name: "ArgumentNullException" } => false,
            { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } } => true,
            { Kind: TermKind.Call or TermKind.New } => x.Operands.Any(y => y.Kind == TermKind.Closure || (y.Kind == TermKind.Parameter && y.Type?.TypeKind == TypeKind.Delegate)),
            _ => false,
        });

    /// <summary>Whether one term is the function's value at another: a call, the parts of one object, or variables that began as such.</summary>
    public static bool IsValueAt(this Term value, Term point, ValueGraph graph)
        => (value.IsCallOfParameter(graph, 0) && value.Operands[1].Equals(point))
           || (value.IsPart("Value") && point.IsPart("X") && value.Operands[0].Equals(point.Operands[0]))
           || (value is LoopVariable kept && point is LoopVariable place && ReferenceEquals(kept.Loop, place.Loop) && kept.Initial.IsValueAt(place.Initial, graph));

    /// <summary>Whether a term reads a part of a <c>Minimum</c>.</summary>
    public static bool IsPart(this Term term, string name)
        => term is { Kind: TermKind.Load, Operands.Length: 1, Symbol.ContainingType.Name: "Minimum" } && term.Symbol.Name == name;

    /// <summary>What a choice may give, each with the conditions on its way.</summary>
    public static IEnumerable<(Term Value, IReadOnlyList<Guard> Facts)> Ways(this Term term, IReadOnlyList<Guard>? facts = null)
    {
        facts ??= [];
        return term.Kind != TermKind.Choice
            ? [(term, facts)]
            : term.Operands[1].Ways([.. facts, .. new Guard(term.Operands[0], true).Facts()])
                .Concat(term.Operands[2].Ways([.. facts, .. new Guard(term.Operands[0], false).Facts()]));
    }

    /// <summary>The smaller and the larger side of a comparison that holds, or does not.</summary>
    public static (Term Lower, Term Higher)? Order(this Guard guard)
        => guard.Condition.Kind is not (TermKind.Less or TermKind.LessOrEqual) ? null
            : guard.Holds ? (guard.Condition.Left, guard.Condition.Right)
            : (guard.Condition.Right, guard.Condition.Left);
}
