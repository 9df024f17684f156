using System.Collections;
using System.Collections.Immutable;

namespace KataKit.Analyzers.Symbolic;

/// <summary>An immutable array that compares by its elements, so that records made of arrays compare by value.</summary>
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly ImmutableArray<T> _items = items;

    public static EquatableArray<T> Empty => new([]);

    public int Count => Items.Length;

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public T this[int index] => Items[index];

    // Not called Add: a collection expression would call it and drop what it returns.
    public EquatableArray<T> Append(T item) => new(Items.Add(item));

    public EquatableArray<T> SetItem(int index, T item) => new(Items.SetItem(index, item));

    public EquatableArray<T> RemoveAt(int index) => new(Items.RemoveAt(index));

    public EquatableArray<TResult> Map<TResult>(Func<T, TResult> map) => new([.. Items.Select(map)]);

    public bool Equals(EquatableArray<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in Items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
