// mistake: X18 a new sentinel for each group: memory grows with the list
// fails: ReverseInGroups_allocates_nothing_per_node_or_group
// rule: KATA3008
// at: var ofGroup = new ListNode(0, last);
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
    {
        if (head is null)
            return null;
        var front = head;
        while (head.Next is { } moved)
        {
            head.Next = moved.Next;
            moved.Next = front;
            front = moved;
        }

        return front;
    }

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(left);
        ArgumentOutOfRangeException.ThrowIfLessThan(right, left);
        var scout = head;
        for (var i = 1; i < right; i++)
        {
            scout = scout?.Next;
            if (scout is null)
                break;
        }

        if (scout is null)
            throw new ArgumentOutOfRangeException(nameof(right));

        var sentinel = new ListNode(0, head);
        var before = sentinel;
        for (var i = 1; i < left; i++)
            before = before.Next!;
        var last = before.Next!;
        for (var i = left; i < right; i++)
            MoveBehind(before, last);
        return sentinel.Next;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        var sentinel = new ListNode(0, head);
        var before = sentinel;
        while (HasGroup(before.Next, k))
        {
            var last = before.Next!;
            var ofGroup = new ListNode(0, last);
            for (var i = 1; i < k; i++)
                MoveBehind(ofGroup, last);
            before.Next = ofGroup.Next;
            before = last;
        }

        return sentinel.Next;
    }

    /// <summary>Takes out the node after the last one and puts it right behind the node before the stretch.</summary>
    private static void MoveBehind(ListNode before, ListNode last)
    {
        var moved = last.Next!;
        last.Next = moved.Next;
        moved.Next = before.Next;
        before.Next = moved;
    }

    private static bool HasGroup(ListNode? node, int k)
    {
        for (; k > 0 && node is not null; k--)
            node = node.Next;
        return k == 0;
    }
}
