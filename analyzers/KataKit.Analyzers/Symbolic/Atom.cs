using System.Collections.Immutable;

namespace KataKit.Analyzers.Symbolic;

/// <summary>What kind of thing a symbolic factor stands for.</summary>
internal enum AtomKind
{
    /// <summary>A prime number, kept as a factor so that √2 and 2^(-1/4) are exact.</summary>
    Prime,

    /// <summary>A dimension that the contract names.</summary>
    Dimension,

    /// <summary>The counter of a loop, or the position in a sequence.</summary>
    Index,

    /// <summary>Anything else that has one value: known to be equal to itself, and nothing more.</summary>
    Opaque,
}

/// <summary>An indivisible symbolic factor. Two atoms are the same number when they are equal; different atoms may or may not be.</summary>
/// <param name="Kind">What the factor stands for.</param>
/// <param name="Name">The name that a message shows.</param>
/// <param name="Identity">Tells apart atoms of one name: the loop and local of an index, the normal form of an opaque value.</param>
internal sealed record Atom(AtomKind Kind, string Name, object? Identity = null) : IComparable<Atom>
{
    /// <summary>Whether it is a number of things, such as heads, that the contract lets lengths be divided by.</summary>
    public bool IsCount => Kind == AtomKind.Dimension && Identity is Count;

    /// <summary>A dimension that is a count.</summary>
    public static Atom CountOf(string name) => new(AtomKind.Dimension, name, Count.Marker);

    /// <summary>Whether the factor is another one, or was computed from it.</summary>
    public bool Mentions(Atom atom) => Equals(atom) || (Identity is OpaqueParts parts && parts.Atoms.Contains(atom));

    /// <summary>Whether the factor is of a kind, or was computed from one that is.</summary>
    public bool Is(AtomKind kind) => Kind == kind || (Identity is OpaqueParts parts && parts.Atoms.Any(x => x.Kind == kind));

    public int CompareTo(Atom? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byKind = Kind.CompareTo(other.Kind);
        if (byKind != 0)
        {
            return byKind;
        }

        var byName = string.CompareOrdinal(Name, other.Name);
        return byName != 0 ? byName : (Identity?.GetHashCode() ?? 0).CompareTo(other.Identity?.GetHashCode() ?? 0);
    }

    public override string ToString() => Name;

    private sealed class Count
    {
        public static readonly Count Marker = new();
    }
}

/// <summary>What an opaque value was computed from. Its form says all of what it is; the atoms are kept to be asked for.</summary>
/// <param name="form">The normal form.</param>
/// <param name="operands">The atoms of the operands.</param>
internal sealed class OpaqueParts(string form, IEnumerable<Atom> operands)
{
    private readonly string _form = form;

    /// <summary>
    /// The operands' atoms and all that those were computed from. Each stands here once: a value that two operands share would else
    /// be visited twice, what those share four times, and so on.
    /// </summary>
    public ImmutableHashSet<Atom> Atoms { get; } = [.. operands.SelectMany(x => x.Identity is OpaqueParts parts ? parts.Atoms.Add(x) : [x])];

    /// <summary>Whether the value is the sum of its parts, each a product of atoms.</summary>
    public bool IsSum { get; init; }

    public override bool Equals(object? obj) => obj is OpaqueParts other && _form == other._form;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_form);
}
