namespace KataKit.Contracts;

/// <summary>
/// A node of a singly linked list. A list is its first node; the empty list is <see langword="null"/>.
/// </summary>
/// <remarks>
/// <see cref="Next"/> is virtual so that tests can count how often a link is read. For an answer it is a property like any other.
/// </remarks>
/// <param name="value">What the node carries.</param>
/// <param name="next">The node after it, or <see langword="null"/> at the end of the list.</param>
public class ListNode(int value, ListNode? next = null)
{
    /// <summary>What the node carries. No member of <see cref="IReverseLinkedList"/> writes to it.</summary>
    public int Value { get; set; } = value;

    /// <summary>The node after this one; <see langword="null"/> at the end of the list.</summary>
    public virtual ListNode? Next { get; set; } = next;
}
