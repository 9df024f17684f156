using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// The exponentials of a graph whose exponents nothing was taken off, the arrays that hold them and the sums over them. An exponent that is
/// a difference, is negated, or comes out of a call that is not known, is not looked at.
/// </summary>
internal sealed class Exponentials(ValueGraph graph)
{
    private static readonly HashSet<string> Copies = new(StringComparer.Ordinal)
    {
        "Row", "Column", "ToArray", "ToList", "AsEnumerable", "Clone", "Enumerate", "EnumerateRows", "SubMatrix", "SubVector", "Transpose", "Select",
        "DenseOfArray", "DenseOfEnumerable", "DenseOfVector", "DenseOfMatrix", "Dense", "ToRowArrays", "GetRange",
    };

    private static readonly HashSet<string> Products = new(StringComparer.Ordinal)
    {
        "DotProduct", "Multiply", "TransposeAndMultiply", "TransposeThisAndMultiply", "LeftMultiply", "Sqrt", "Divide",
    };

    /// <summary>The exponential that a value is, or that the array or vector holds which the value is or was read from.</summary>
    public Term? Of(Term value) => Of(value, []);

    /// <summary>Whether a value is the sum of such exponentials, possibly kept away from 0.</summary>
    public bool IsSum(Term value) => IsSum(value, []);

    private Term? Of(Term value, HashSet<Term> seen)
    {
        if (!seen.Add(value))
        {
            return null;
        }

        switch (value.Kind)
        {
            case TermKind.Convert:
                return Of(value.Operands[0], seen);
            case TermKind.Choice or TermKind.Join:
                return value.Operands.Skip(value.Kind == TermKind.Choice ? 1 : 0).Select(x => Of(x, seen)).FirstOrDefault(x => x is not null);
            case TermKind.Element or TermKind.Iterated:
                return Of(value.Root(), seen);
            case TermKind.New:
                return graph.StoresTo(value).Select(x => Of(x.Value, seen)).FirstOrDefault(x => x is not null);
            case TermKind.Call when IsExponential(value):
                return IsRaw(value.Operands[IsPointwise(value) ? 0 : value.Operands.Length - 1], []) ? value : null;
            case TermKind.Call when value.Symbol?.Name is "Map" && Mapped(value) is { } mapped:
                return IsRaw(value.Operands[0], []) ? mapped : null;
            case TermKind.Call when Copies.Contains(value.Symbol?.Name ?? string.Empty):
                var kept = value.Symbol!.Name == "Select" ? value.Operands[value.Operands.Length - 1] : value.Operands[0];
                return Of(kept, seen) ?? Stored(value, seen);
            case TermKind.Parameter or TermKind.Load:
                return Stored(value, seen);
            default:
                return null;
        }
    }

    private Term? Stored(Term root, HashSet<Term> seen)
        => graph.StoresTo(root).Select(x => Of(x.Value, seen)).FirstOrDefault(x => x is not null);

    private bool IsSum(Term value, HashSet<Term> seen)
        => seen.Add(value) && value.Kind switch
        {
            TermKind.LoopVariable => ((LoopVariable)value).Next is { } next && Arms(next).Any(x => IsStep(value, x) || (x is LoopVariable && IsSum(x, seen))),
            TermKind.Convert => IsSum(value.Operands[0], seen),
            TermKind.Choice => IsSum(value.Operands[1], seen) || IsSum(value.Operands[2], seen),
            TermKind.Add => value.Operands.Any(x => IsSum(x, seen)),
            TermKind.Element or TermKind.Iterated => IsSum(value.Operands[0], seen)
                || graph.StoresTo(value.Root()).Any(x => x.Value is { Kind: TermKind.Add, Operands: var added } && added.Any(y => y.Root().Equals(value.Root())) && added.Any(y => Of(y) is not null)),
            TermKind.Call when value.Symbol?.Name is "Sum" or "L1Norm" or "RowSums" or "RowAbsoluteSums" or "RowNorms" => Of(value.Operands[0]) is not null,
            TermKind.Call when value.Symbol?.Name is "Max" => value.Operands.Any(x => IsSum(x, seen)),
            _ => false,
        };

    private bool IsStep(Term sum, Term next)
        => next.Is(TermKind.Add, out var left, out var right)
           && ((ReferenceEquals(left, sum) && Of(right) is not null) || (ReferenceEquals(right, sum) && Of(left) is not null));

    private static IEnumerable<Term> Arms(Term value)
        => value.Kind is TermKind.Choice or TermKind.Join ? value.Operands.Skip(value.Kind == TermKind.Choice ? 1 : 0).SelectMany(Arms) : [value];

    private static bool IsExponential(Term call)
        => call.IsCallOf("System.Math", "Exp") || call.IsCallOf("System.MathF", "Exp") || call.IsCallOf("System.Double", "Exp") || call.IsCallOf("System.Single", "Exp") || IsPointwise(call);

    private static bool IsPointwise(Term call) => call is { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "PointwiseExp", IsStatic: false } };

    /// <summary>The exponential that a matrix or vector is mapped by: a method, or a lambda around it.</summary>
    private Term? Mapped(Term call)
        => call.Operands.FirstOrDefault(x => x.Kind == TermKind.Closure) is not { } closure ? null
            : closure is { Symbol.Name: "Exp", Symbol.ContainingType.Name: "Math" } ? call
            : graph.Computations.FirstOrDefault(x => IsExponential(x.Value) && x.Loop is { Kind: LoopKind.Callback } loop && loop.Site == closure.Site
                && x.Value.Operands.Last().Kind == TermKind.Iterated)?.Value;

    /// <summary>Whether nothing was taken off a value: it was read, multiplied, divided or summed up, and nothing else.</summary>
    private bool IsRaw(Term value, HashSet<Term> seen)
    {
        if (!seen.Add(value))
        {
            return true;
        }

        switch (value.Kind)
        {
            case TermKind.Constant:
                return value.IsNumber(out var number) && (number >= 0 || double.IsNegativeInfinity(number));
            case TermKind.Index:
                return true;
            case TermKind.Parameter or TermKind.Load or TermKind.New:
                return !IsShiftedInPlace(value, seen);
            case TermKind.Element or TermKind.Iterated:
                return IsRaw(value.Operands[0], seen);
            case TermKind.Convert or TermKind.Add or TermKind.Multiply or TermKind.Divide or TermKind.Join:
                return value.Operands.All(x => IsRaw(x, seen));
            case TermKind.Choice:
                return value.Operands.Skip(1).All(x => IsRaw(x, seen));
            case TermKind.LoopVariable:
                return value is LoopVariable { Next: { } next } variable && IsRaw(variable.Initial, seen) && IsRaw(next, seen);
            case TermKind.Call when IsExponential(value):
                return true;
            case TermKind.Call when Products.Contains(value.Symbol?.Name ?? string.Empty):
                return value.Symbol!.Name == "Sqrt" || value.Operands.All(x => IsRaw(x, seen));
            case TermKind.Call when Copies.Contains(value.Symbol?.Name ?? string.Empty):
                var source = value.Symbol!.Name == "Select" ? value.Operands[value.Operands.Length - 1] : value.Operands.FirstOrDefault(x => x.Type.IsIntegral() != true);
                return source is not null && source.Kind != TermKind.Closure && IsRaw(source, seen) && !IsShiftedInPlace(value, seen);
            default:
                return false;
        }
    }

    private bool IsShiftedInPlace(Term root, HashSet<Term> seen)
        => graph.StoresTo(root).Any(x => !IsRaw(x.Value, seen))
           || graph.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol method }
               && method.Name is "MapInplace" or "MapIndexedInplace" or "Subtract" or "SetRow" or "Map" or "MapIndexed"
               && x.Value.Operands.Any(y => y.Equals(root))
               && TakesOff(x.Value, seen));

    private bool TakesOff(Term call, HashSet<Term> seen)
        => call.Symbol!.Name is "Subtract"
           || (call.Symbol.Name == "SetRow" && !IsRaw(call.Operands[call.Operands.Length - 1], seen))
           || call.Operands.Where(x => x.Kind == TermKind.Closure).Any(closure => graph.Computations.Any(x =>
               x.Value.Kind == TermKind.Subtract && x.Value.Type.IsReal() && x.Loop?.SelfAndParents().Any(y => y.Site == closure.Site) == true));
}
