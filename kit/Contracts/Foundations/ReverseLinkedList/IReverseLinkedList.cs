namespace KataKit.Contracts;

/// <summary>
/// Reversal of a singly linked list in place: the whole list, a stretch of it, and one group after another (Knuth, "The Art of
/// Computer Programming", volume 1, section 2.2.3, exercise 7, asks for the first). The members stand in the order in which one would
/// build the answer.
/// </summary>
/// <remarks>
/// In place means that the result consists of the very nodes that were given, linked in another order. Values are neither written nor
/// compared: nodes of equal value are different nodes. Nothing is allocated for a node or a group; one sentinel a call is allowed.
/// A call takes O(n) time for a list of n nodes and constant space, the call stack included: lists of 1 000 000 nodes are ordinary.
/// Lists have no cycles. Nodes that cannot be reached from the head that is given are never touched.
/// </remarks>
[Kata("reverse-linked-list")]
public interface IReverseLinkedList
{
    /// <summary>Reverses the whole list.</summary>
    /// <param name="head">The first node, or <see langword="null"/> for the empty list.</param>
    /// <returns>
    /// The new first node, which was the last; <see langword="null"/> for the empty list. The old first node ends the list: the node
    /// after it is <see langword="null"/>.
    /// </returns>
    static abstract ListNode? Reverse(ListNode? head);

    /// <summary>
    /// Reverses the stretch between two positions and leaves the nodes before and behind it as they are: with 2 and 4, the list
    /// 1 2 3 4 5 becomes 1 4 3 2 5.
    /// </summary>
    /// <param name="head">The first node, or <see langword="null"/> for the empty list.</param>
    /// <param name="left">The position of the first node of the stretch, counted from 1.</param>
    /// <param name="right">The position of the last node of the stretch, counted from 1. A stretch of one node changes nothing.</param>
    /// <returns>The first node of the list, which is a new one just if the stretch begins at 1 and has two nodes or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <c>1 ≤ left ≤ right ≤ number of nodes</c> does not hold. Read from the left, the first comparison that fails tells the parameter:
    /// <paramref name="left"/> for the first, <paramref name="right"/> for the other two. No pair of positions fits the empty
    /// list. The list is as it was.
    /// </exception>
    static abstract ListNode? ReverseBetween(ListNode? head, int left, int right);

    /// <summary>
    /// Cuts the list into groups of <paramref name="k"/> nodes from the front and reverses each; the groups keep their order. Nodes left
    /// over at the end that make no full group stay as they are: with 2, the list 1 2 3 4 5 becomes 2 1 4 3 5.
    /// </summary>
    /// <param name="head">The first node, or <see langword="null"/> for the empty list.</param>
    /// <param name="k">The size of a group, at least 1. It may exceed the length of the list, which then stays as it is.</param>
    /// <returns>The first node of the list; <see langword="null"/> for the empty list.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1, whatever the list. The list is as it was.</exception>
    static abstract ListNode? ReverseInGroups(ListNode? head, int k);
}
