using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// An integer expression multiplied out: a sum of products of terms that are no sums or products themselves. Two expressions that are
/// equal by the laws of arithmetic have the same sum.
/// </summary>
internal sealed class SumOfProducts
{
    private readonly List<Product> _products = [];

    private SumOfProducts()
    {
    }

    /// <summary>A product: its factors, and how often it occurs.</summary>
    public readonly record struct Product(ImmutableArray<Term> Factors, double Coefficient);

    /// <summary>The products, none of them twice.</summary>
    public IReadOnlyList<Product> Products => _products;

    /// <summary>The terms that take part.</summary>
    public IEnumerable<Term> Factors => _products.SelectMany(x => x.Factors).Distinct();

    /// <summary>An expression multiplied out.</summary>
    /// <param name="term">The expression.</param>
    /// <param name="resolve">What a factor stands for; the identity where nothing more is known.</param>
    public static SumOfProducts Of(Term term, Func<Term, Term>? resolve = null)
    {
        var sum = new SumOfProducts();
        foreach (var product in Expand(term, resolve ?? (x => x)))
        {
            sum.Add(product);
        }

        return sum;
    }

    /// <summary>What a factor is multiplied by, where it occurs to the first power.</summary>
    public SumOfProducts CoefficientOf(Term factor)
    {
        var sum = new SumOfProducts();
        foreach (var product in _products.Where(x => x.Factors.Count(y => y.Equals(factor)) == 1))
        {
            sum.Add(new Product(product.Factors.Remove(factor), product.Coefficient));
        }

        return sum;
    }

    /// <summary>How often a product of the given factors occurs.</summary>
    public double this[params Term[] factors] => _products.FirstOrDefault(x => IsSame(x.Factors, factors)).Coefficient;

    private static IEnumerable<Product> Expand(Term term, Func<Term, Term> resolve)
    {
        if (term.IsNumber(out var number))
        {
            return [new Product([], number)];
        }

        switch (term.Kind)
        {
            case TermKind.Convert when term.Type.IsIntegral() && term.Operands[0].Type.IsIntegral():
                return Expand(term.Operands[0], resolve);
            case TermKind.Negate:
                return Scaled(Expand(term.Operands[0], resolve), -1);
            case TermKind.Add when term.Operands.Length == 2:
                return Expand(term.Left, resolve).Concat(Expand(term.Right, resolve));
            case TermKind.Subtract when term.Operands.Length == 2:
                return Expand(term.Left, resolve).Concat(Scaled(Expand(term.Right, resolve), -1));
            case TermKind.Multiply when term.Operands.Length == 2:
                var right = Expand(term.Right, resolve).ToList();
                return Expand(term.Left, resolve)
                    .SelectMany(x => right.Select(y => new Product([.. x.Factors, .. y.Factors], x.Coefficient * y.Coefficient)));
            default:
                var resolved = resolve(term);
                return ReferenceEquals(resolved, term) ? [new Product([term], 1)] : Expand(resolved, resolve);
        }
    }

    private static IEnumerable<Product> Scaled(IEnumerable<Product> products, double factor)
        => products.Select(x => new Product(x.Factors, factor * x.Coefficient));

    private static bool IsSame(ImmutableArray<Term> one, IReadOnlyCollection<Term> other)
    {
        var rest = one;
        foreach (var factor in other)
        {
            var shorter = rest.Remove(factor);
            if (shorter.Length == rest.Length)
            {
                return false;
            }

            rest = shorter;
        }

        return rest.IsEmpty;
    }

    private void Add(Product product)
    {
        var at = _products.FindIndex(x => IsSame(x.Factors, product.Factors));
        var coefficient = product.Coefficient + (at < 0 ? 0 : _products[at].Coefficient);
        if (at >= 0)
        {
            _products.RemoveAt(at);
        }

        if (coefficient != 0)
        {
            _products.Add(new Product(product.Factors, coefficient));
        }
    }
}
