using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5004: the number of windows is a quotient of the four lengths, but not ⌊(length + 2 · padding − kernel) / stride⌋ + 1. Judged where
/// the numerator is a sum of multiples of the lengths; equal formulas are right however they are written.
/// </summary>
internal sealed class OutputSize : GraphRule
{
    public const string Id = "KATA5004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("OutputSize") is { Result: { } result, Entry.Parameters: { Length: 4 } parameters }
            && Quotient.Of(result) is { Division.Site: { } site } quotient
            && Mistake(quotient, parameters) is { } mistake)
        {
            yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(mistake));
        }
    }

    private static string? Mistake(Quotient quotient, ImmutableArray<IParameterSymbol> parameters)
    {
        var sum = SumOfProducts.Of(quotient.Numerator, Plain);
        if (!IsParameter(quotient.Denominator, parameters[2])
            || sum.Products.Any(x => x.Factors.Length > 1 || x.Factors.Any(y => !parameters.Any(z => IsParameter(y, z)))))
        {
            return null;
        }

        // Rounding up is rounding down of a numerator that is larger by stride - 1.
        var (up, rest) = quotient.RoundsUp ? (1, -1.0) : (0, 0.0);
        var isRoom = Multiple(0) == 1 && Multiple(3) == 2 && Multiple(1) == -1 && Constant() + rest == 0;
        var ones = Multiple(2) + up + quotient.Added;
        return isRoom && ones == 1 ? null
            : isRoom && ones == 0 ? Id + "_One"
            : quotient.RoundsUp && Multiple(0) == 1 && Multiple(3) == 2 && Multiple(1) == -1 && Constant() == 0 && quotient.Added == 1 ? Id + "_Ceiling"
            : Id + "_Room";

        double Multiple(int parameter) => sum.Products.FirstOrDefault(x => x.Factors.Length == 1 && IsParameter(x.Factors[0], parameters[parameter])).Coefficient;
        double Constant() => sum.Products.FirstOrDefault(x => x.Factors is { IsDefault: false, Length: 0 }).Coefficient;
    }

    // Wider types and a limit below change nothing for lengths that are allowed.
    private static Term Plain(Term term)
        => term.Kind == TermKind.Convert ? term.Operands[0]
            : term.IsCallOf("System.Math", "Max") && term.Operands[1].IsNumber(out var limit) && limit <= 0 ? term.Operands[0]
            : term;

    private static bool IsParameter(Term term, IParameterSymbol parameter)
    {
        while (term.Kind == TermKind.Convert)
        {
            term = term.Operands[0];
        }

        return term.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Symbol, parameter);
    }

    /// <summary>A rounded quotient with something added.</summary>
    private sealed record Quotient(Term Division, Term Numerator, Term Denominator, bool RoundsUp, double Added)
    {
        public static Quotient? Of(Term term)
        {
            switch (term.Kind)
            {
                case TermKind.Convert when term.Type.IsIntegral():
                    return Rounded(term.Operands[0], roundsUp: false);
                case TermKind.Add when term.Right.IsNumber(out var right):
                    return Of(term.Left) is { } sum ? sum with { Added = sum.Added + right } : null;
                case TermKind.Add when term.Left.IsNumber(out var left):
                    return Of(term.Right) is { } other ? other with { Added = other.Added + left } : null;
                case TermKind.Divide when term.Type.IsIntegral():
                    return new Quotient(term, term.Left, term.Right, RoundsUp: false, Added: 0);
                case TermKind.Load when term.Symbol is { Name: "Item1" or "Quotient" } && term.Operands.Length == 1 && term.Operands[0] is { Kind: TermKind.Call, Symbol.Name: "DivRem" } division:
                    return new Quotient(division, division.Left, division.Right, RoundsUp: false, Added: 0);
                case TermKind.Call when term.IsCallOf("System.Math", "Floor", "Truncate", "Ceiling"):
                    return Rounded(term.Operands[0], term.Symbol!.Name == "Ceiling");
                default:
                    return null;
            }
        }

        // A quotient of real numbers counts as soon as it is rounded.
        private static Quotient? Rounded(Term term, bool roundsUp)
            => term.Kind == TermKind.Divide && !term.Type.IsIntegral() ? new Quotient(term, term.Left, term.Right, roundsUp, Added: 0) : Of(term);
    }
}
