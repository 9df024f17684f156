using System.Globalization;

namespace KataKit.Grading;

/// <summary>A share of a list that several machines work through: of every <paramref name="Count"/> items in a row the one at <paramref name="Index"/>.</summary>
/// <param name="Index">Which share, from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many shares there are.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>The whole list.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>2/5</c>.</summary>
    /// <param name="text">The share and how many there are.</param>
    /// <returns>The shard.</returns>
    /// <exception cref="FormatException">It is not of that form, or there is no such share.</exception>
    public static Shard Parse(string text)
        => text.Split('/') is [var index, var count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && i >= 1 && i <= n
                ? new Shard(i, n)
                : throw new FormatException($"'{text}' is no share. Write for example 2/5 for the second of five; the first is 1/5.");

    /// <summary>Picks the items of this share.</summary>
    /// <param name="items">The list, in an order that all machines agree on.</param>
    /// <typeparam name="T">What they are.</typeparam>
    /// <returns>The items, in the same order.</returns>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> items)
    {
        var (index, count) = (Index - 1, Count);
        return [.. items.Where((_, i) => i % count == index)];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}
