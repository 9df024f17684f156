using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>A field or property of an object, or an element of an array, list, span, matrix or dictionary.</summary>
internal sealed class Place(Term? instance, ISymbol? member, ImmutableArray<Term> indices, object epochKey) : IEquatable<Place>
{
    /// <summary>The object; <see langword="null"/> for a static member.</summary>
    public Term? Object { get; } = instance;

    /// <summary>The field or property; <see langword="null"/> for an element.</summary>
    public ISymbol? Member { get; } = member;

    /// <summary>The indices or the key of an element.</summary>
    public ImmutableArray<Term> Indices { get; } = indices;

    /// <summary>What a write to the place may change: all places with this key.</summary>
    public object EpochKey { get; } = epochKey;

    public bool Equals(Place? other)
        => other is not null
           && object.Equals(Object, other.Object)
           && SymbolEqualityComparer.Default.Equals(Member, other.Member)
           && Indices.SequenceEqual(other.Indices);

    public override bool Equals(object? obj) => Equals(obj as Place);

    public override int GetHashCode()
    {
        unchecked
        {
            var hash = ((Object?.GetHashCode() ?? 0) * 397) ^ SymbolEqualityComparer.Default.GetHashCode(Member);
            foreach (var index in Indices)
            {
                hash = (hash * 397) ^ index.GetHashCode();
            }

            return hash;
        }
    }

    /// <summary>Whether a write to one may be seen at the other.</summary>
    public bool MayAlias(Place other)
        => EpochKey.Equals(other.EpochKey)
           && !(Object is { Kind: TermKind.New } && other.Object is { Kind: TermKind.New } && !Object.Equals(other.Object))
           && !HaveOtherIndices(other);

    private bool HaveOtherIndices(Place other)
    {
        for (var i = 0; i < Math.Min(Indices.Length, other.Indices.Length); i++)
        {
            if (Indices[i].IsNumber(out var one) && other.Indices[i].IsNumber(out var another) && one != another)
            {
                return true;
            }
        }

        return false;
    }
}
