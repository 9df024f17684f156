namespace KataKit.Specs;

/// <summary>
/// The order in which nodes must stand, as the positions at which they stood before: the slow way, by exchange in an array, so that it
/// shares nothing with the relinking of an answer.
/// </summary>
internal static class NodeOrder
{
    public static int[] Unchanged(int count) => [.. Enumerable.Range(1, count)];

    public static int[] Reversed(int count) => Between(count, 1, count);

    /// <summary>1 2 3 4 5 with 2 and 4: 1 4 3 2 5.</summary>
    /// <param name="count">The number of nodes.</param>
    /// <param name="left">The first position of the stretch, counted from 1.</param>
    /// <param name="right">The last position of the stretch.</param>
    /// <returns>The order.</returns>
    public static int[] Between(int count, int left, int right)
    {
        var order = Unchanged(count);
        Array.Reverse(order, left - 1, right - left + 1);
        return order;
    }

    /// <summary>1 2 3 4 5 in twos: 2 1 4 3 5.</summary>
    /// <param name="count">The number of nodes.</param>
    /// <param name="k">The size of a group.</param>
    /// <returns>The order.</returns>
    public static int[] InGroups(int count, int k)
    {
        var order = Unchanged(count);
        for (var start = 0; count - start >= k; start += k)
        {
            Array.Reverse(order, start, k);
        }

        return order;
    }
}
