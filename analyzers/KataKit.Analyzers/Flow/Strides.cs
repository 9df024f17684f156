using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>How an index moves through the columns of a matrix: column by column within a block, or with a step.</summary>
internal static class Strides
{
    /// <summary>
    /// Whether an index takes every so many columns, as many as the contract counts (<c>c · heads + h</c>), or steps over whole stretches
    /// of rows in an array that was flattened row by row (<c>h · rows · width</c>).
    /// </summary>
    public static bool Has(EquatableArray<Polynomial> index, Tensor tensor)
        => index.Any(x => x.Terms.Any(y => IsByCount(y) || (tensor.FlatRows?.Single is { } rows && IsByRows(y, rows))));

    private static bool IsByCount(Monomial term)
        => term.Powers.Length == 2 && term.Powers.All(x => x.Exponent == Rational.One)
           && term.Powers.Any(x => x.Atom.Kind == AtomKind.Index) && term.Powers.Any(x => x.Atom.IsCount);

    private static bool IsByRows(Monomial term, Monomial rows)
        => rows.Powers.Length == 1
           && term.Powers.Any(x => x.Atom.Kind == AtomKind.Index)
           && term.Powers.Any(x => x.Atom.Equals(rows.Powers[0].Atom) && x.Exponent == Rational.One);
}
