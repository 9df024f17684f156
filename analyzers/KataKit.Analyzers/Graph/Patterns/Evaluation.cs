using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// What a term comes to when some terms have given values. Memory, unknown calls and long loops have no value, and neither has what depends on them.
/// </summary>
/// <param name="given">The values of terms, mostly of parameters; truth is 1 or 0.</param>
internal sealed partial class Evaluation(Func<Term, double?> given)
{
    private static readonly Dictionary<TermKind, Func<Term, double, double, double>> Operators = new()
    {
        [TermKind.Add] = (term, x, y) => Integer(term, x + y),
        [TermKind.Subtract] = (term, x, y) => Integer(term, x - y),
        [TermKind.Multiply] = (term, x, y) => Integer(term, x * y),
        [TermKind.Divide] = (term, x, y) => term.Type.IsIntegral() ? Math.Truncate(x / y) : x / y,
        [TermKind.Remainder] = (_, x, y) => x % y,
        [TermKind.LeftShift] = (term, x, y) => term.Type?.SpecialType == SpecialType.System_Int32 ? (int)x << (int)y : (long)x << (int)y,
        [TermKind.RightShift] = (_, x, y) => (long)x >> (int)y,
        [TermKind.Less] = (_, x, y) => Of(x < y),
        [TermKind.LessOrEqual] = (_, x, y) => Of(x <= y),
        [TermKind.Equal] = (_, x, y) => Of(x == y),
    };

    /// <summary>What the terms of a method come to when it is called with these arguments, one for each parameter.</summary>
    public static Evaluation OfCall(params double[] arguments)
        => new(x => x.Kind == TermKind.Parameter && ((IParameterSymbol)x.Symbol!).Ordinal is var i && i < arguments.Length ? arguments[i] : null);

    /// <summary>The way that choices take, down to a term that is none.</summary>
    public Term? Taken(Term term)
    {
        while (term.Kind == TermKind.Choice)
        {
            if (Number(term.Operands[0]) is not { } condition)
            {
                return null;
            }

            term = term.Operands[condition != 0 ? 1 : 2];
        }

        return term.Kind is TermKind.Join or TermKind.Unknown ? null : term;
    }

    /// <summary>The value of a number or a condition; <see langword="null"/> when it cannot be told.</summary>
    public double? Number(Term term)
    {
        if (_known is null)
        {
            return Computed(term);
        }

        if (!_known.TryGetValue(term, out var value))
        {
            value = --_steps < 0 ? null : Computed(term);
            _known[term] = value;
        }

        return value;
    }

    private double? Computed(Term term)
    {
        if (term.IsNumber(out var constant))
        {
            return constant;
        }

        if (given(term) is { } value)
        {
            return value;
        }

        return term.Kind switch
        {
            TermKind.Constant => term.Constant.Value is bool truth ? Of(truth) : null,
            TermKind.Choice => Taken(term) is { } taken ? Number(taken) : null,
            TermKind.And => Number(term.Left) is 0 || Number(term.Right) is 0 ? 0 : Binary(term, (x, y) => Integer(term, (long)x & (long)y)),
            TermKind.Or => term.Type?.SpecialType == SpecialType.System_Boolean && (Number(term.Left) is 1 || Number(term.Right) is 1) ? 1 : Binary(term, (x, y) => Integer(term, (long)x | (long)y)),
            TermKind.Not => Number(term.Operands[0]) is { } negated ? Of(negated == 0) : null,
            TermKind.Negate => -Number(term.Operands[0]),
            TermKind.Convert => Number(term.Operands[0]) is { } converted ? Converted(converted, term.Type) : null,
            TermKind.Call => Called(term),
            TermKind.Load => Part(term),
            TermKind.LoopVariable => Carried((LoopVariable)term),
            _ => Operators.TryGetValue(term.Kind, out var compute) ? Binary(term, (x, y) => compute(term, x, y)) : null,
        };
    }

    private static double Of(bool truth) => truth ? 1 : 0;

    /// <summary>Sums and products of 32 bits may wrap around; whatever does has no value here.</summary>
    private static double Integer(Term term, double value)
        => term.Type?.SpecialType == SpecialType.System_Int32 && Math.Abs(value) > int.MaxValue ? double.NaN : value;

    private static double? Converted(double value, ITypeSymbol? type)
        => !type.IsIntegral() ? (type?.SpecialType == SpecialType.System_Single ? (float)value : value)
            : Math.Abs(value) <= 127 || (Math.Abs(value) < int.MaxValue && type?.SpecialType >= SpecialType.System_Int32) ? Math.Truncate(value)
            : null;

    private double? Binary(Term term, Func<double, double, double> compute)
        => Number(term.Left) is { } left && Number(term.Right) is { } right ? compute(left, right) : null;

    /// <summary>A part of a tuple that a choice gives.</summary>
    private double? Part(Term load)
        => load is { Operands.Length: 1, Symbol.Name: var name }
           && name.StartsWith("Item", StringComparison.Ordinal)
           && Taken(load.Operands[0]) is { Kind: TermKind.Tuple } tuple
           && int.TryParse(name.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var position)
           && position <= tuple.Operands.Length
            ? Number(tuple.Operands[position - 1])
            : null;

    private double? Called(Term call)
    {
        var arguments = call.Operands.Select(Number).ToList();
        if (!Clamped.IsCall(call) || arguments.Any(x => x is null))
        {
            return null;
        }

        var x = arguments.Select(a => a!.Value).ToArray();
        return (call.Symbol!.Name, x.Length) switch
        {
            ("Round", 1) => Math.Round(x[0]),
            ("Round", 2) when call.Operands[1].Type is { Name: "MidpointRounding" } => x[1] == 0 ? Math.Round(x[0]) : x[1] == 1 ? Math.Round(x[0], MidpointRounding.AwayFromZero) : null,
            ("Round", 3) when x[1] == 0 && x[2] == 0 => Math.Round(x[0]),
            ("Floor", 1) => Math.Floor(x[0]),
            ("Ceiling", 1) => Math.Ceiling(x[0]),
            ("Truncate", 1) => Math.Truncate(x[0]),
            ("Abs", 1) => Math.Abs(x[0]),
            ("Sign", 1) => Math.Sign(x[0]),
            ("Pow", 2) => Math.Pow(x[0], x[1]),
            ("Min", 2) => Math.Min(x[0], x[1]),
            ("Max", 2) => Math.Max(x[0], x[1]),
            ("Clamp", 3) => Math.Max(x[1], Math.Min(x[2], x[0])),
            ("IEEERemainder", 2) => Math.IEEERemainder(x[0], x[1]),
            ("IsNaN", 1) => Of(double.IsNaN(x[0])),
            ("IsInfinity", 1) => Of(double.IsInfinity(x[0])),
            ("IsFinite", 1) => Of(!double.IsNaN(x[0]) && !double.IsInfinity(x[0])),
            _ => null,
        };
    }
}
