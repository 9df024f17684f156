using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>A loop that keeps the largest or smallest of the values that it passes, perhaps as a part of a tuple or a record.</summary>
/// <param name="Best">The variable.</param>
/// <param name="Candidate">What it is compared with and replaced by.</param>
/// <param name="IsMaximum">Whether the larger one is kept.</param>
/// <param name="Seed">What it begins as, or that part of it.</param>
internal sealed record ExtremumSearch(LoopVariable Best, Term Candidate, bool IsMaximum, Term Seed)
{
    /// <summary>The searches of a graph. A search over two axes is found in the inner loop.</summary>
    public static IEnumerable<ExtremumSearch> In(ValueGraph graph)
    {
        foreach (var best in graph.Loops.SelectMany(x => x.Variables).Where(x => x.Next is not null))
        {
            foreach (var step in best.Next!.PartsAndSelf())
            {
                if (Step(best, step) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static ExtremumSearch? Step(LoopVariable best, Term step)
        => step switch
        {
            { Kind: TermKind.Choice } when ReferenceEquals(step.Operands[2], best) => Compared(best, step.Operands[0], step.Operands[1], isKept: false),
            { Kind: TermKind.Choice } when ReferenceEquals(step.Operands[1], best) => Compared(best, step.Operands[0], step.Operands[2], isKept: true),
            { Kind: TermKind.Call } when IsLibrary(step, "Max") => Chosen(best, step, isMaximum: true),
            { Kind: TermKind.Call } when IsLibrary(step, "Min") => Chosen(best, step, isMaximum: false),
            _ => null,
        };

    /// <summary>Whether a call asks <c>Math</c> for the larger or the smaller of two numbers.</summary>
    public static bool IsLibrary(Term call, string name) => call.IsCallOf("System.Math", name) || call.IsCallOf("System.MathF", name) || call.IsCallOf("System.Double", name);

    private static ExtremumSearch? Chosen(LoopVariable best, Term call, bool isMaximum)
    {
        var values = call.Operands.Where(x => x.Kind != TermKind.Closure).ToList();
        return values.Count == 2 && values.Any(x => ReferenceEquals(x, best)) && values.FirstOrDefault(x => !ReferenceEquals(x, best)) is { } candidate
            ? new ExtremumSearch(best, candidate, isMaximum, best.First())
            : null;
    }

    private static ExtremumSearch? Compared(LoopVariable best, Term condition, Term replacement, bool isKept)
    {
        foreach (var comparison in condition.PartsAndSelf().Where(x => x.Kind is TermKind.Less or TermKind.LessOrEqual))
        {
            var isLeft = IsPart(comparison.Left, best, out var member);
            if (!isLeft && !IsPart(comparison.Right, best, out member))
            {
                continue;
            }

            var candidate = isLeft ? comparison.Right : comparison.Left;
            if (Component(replacement, member) is { } kept && kept.Equals(candidate) && Component(best.First(), member) is { } seed)
            {
                return new ExtremumSearch(best, candidate, isLeft != isKept, seed);
            }
        }

        return null;
    }

    /// <summary>Whether a term is the variable, or a member of it, and which.</summary>
    public static bool IsPart(Term term, LoopVariable best, out ISymbol? member)
    {
        member = term is { Kind: TermKind.Load, Operands.Length: 1 } ? term.Symbol : null;
        return ReferenceEquals(member is null ? term : term.Operands[0], best);
    }

    /// <summary>Whether a term is a value, or that member of it.</summary>
    public static bool IsPartOf(Term term, Term value, ISymbol? member)
        => Component(value, member)?.Equals(term)
           ?? (term is { Kind: TermKind.Load, Operands.Length: 1 } && SymbolEqualityComparer.Default.Equals(term.Symbol, member) && term.Operands[0].Equals(value));

    /// <summary>What a member of a new record or tuple is set to; the value itself without a member.</summary>
    private static Term? Component(Term value, ISymbol? member)
        => member switch
        {
            null => value,
            IFieldSymbol { ContainingType.IsTupleType: true } field when value.Kind == TermKind.Tuple
                && int.TryParse((field.CorrespondingTupleField ?? field).Name.Replace("Item", string.Empty), out var number)
                && number <= value.Operands.Length => value.Operands[number - 1],
            _ when value is { Kind: TermKind.New, Symbol: IMethodSymbol constructor }
                && constructor.Parameters.FirstOrDefault(x => string.Equals(x.Name, member.Name, StringComparison.OrdinalIgnoreCase)) is { } parameter
                && parameter.Ordinal < value.Operands.Length => value.Operands[parameter.Ordinal],
            _ => null,
        };
}
