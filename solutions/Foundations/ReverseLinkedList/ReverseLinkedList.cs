using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head) => ReverseUntil(head, end: null);

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(left, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(right, left);

        // The whole walk comes before the first write, so that a list that proves too short is still whole.
        ListNode? before = null;
        var last = head;
        for (var position = 1; position < right && last is not null; position++)
        {
            if (position == left - 1)
            {
                before = last;
            }

            last = last.Next;
        }

        if (last is null)
        {
            throw new ArgumentOutOfRangeException(nameof(right), right, "The list has fewer nodes than that.");
        }

        if (before is null)
        {
            return ReverseUntil(head, last.Next);
        }

        before.Next = ReverseUntil(before.Next, last.Next);
        return head;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        // The sentinel makes the first group one like the others: each has a node before it.
        var sentinel = new ListNode(0, head);
        var before = sentinel;
        while (TryFindEnd(before, k, out var end))
        {
            // What comes first in a group comes last when it is reversed.
            var last = before.Next!;
            before.Next = ReverseUntil(last, end);
            before = last;
        }

        return sentinel.Next;
    }

    /// <summary>Reverses the nodes from the first up to the end, which is not one of them and follows them afterwards too.</summary>
    private static ListNode? ReverseUntil(ListNode? first, ListNode? end)
    {
        var reversed = end;
        while (first != end)
        {
            var next = first!.Next;
            first.Next = reversed;
            reversed = first;
            first = next;
        }

        return reversed;
    }

    /// <summary>Finds what comes after the next <paramref name="count"/> nodes; false where there are not so many.</summary>
    private static bool TryFindEnd(ListNode before, int count, out ListNode? end)
    {
        end = before.Next;
        for (var i = 0; i < count; i++)
        {
            if (end is null)
            {
                return false;
            }

            end = end.Next;
        }

        return true;
    }
}
