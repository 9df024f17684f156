// mistake: LL7 the nodes of the stretch are kept in an array: as much memory as a copy
// fails: ReverseBetween_allocates_nothing_per_node
// rule: KATA3008
// at: var stretch = new ListNode[right - left + 1];
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
    {
        ListNode? prev = null;
        ListNode? cur = head;
        while (cur != null)
        {
            ListNode? next = cur.Next;
            cur.Next = prev;
            prev = cur;
            cur = next;
        }

        return prev;
    }

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        if (left < 1)
            throw new ArgumentOutOfRangeException(nameof(left), left, "Positions are counted from 1.");
        if (right < left || right > Length(head))
            throw new ArgumentOutOfRangeException(nameof(right), right, "The stretch must end in the list, not before it begins.");

        ListNode? before = null;
        ListNode? cur = head;
        for (int i = 1; i < left; i++)
        {
            before = cur;
            cur = cur!.Next;
        }

        var stretch = new ListNode[right - left + 1];
        for (int i = 0; i < stretch.Length; i++)
        {
            stretch[i] = cur!;
            cur = cur!.Next;
        }

        for (int i = 0; i < stretch.Length; i++)
            stretch[i].Next = i == 0 ? cur : stretch[i - 1];
        if (before == null)
            return stretch[^1];
        before.Next = stretch[^1];
        return head;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        if (k < 1)
            throw new ArgumentOutOfRangeException(nameof(k), k, "A group has at least one node.");

        ListNode? newHead = head;
        ListNode? tail = null;
        ListNode? cur = head;
        for (int groups = Length(head) / k; groups > 0; groups--)
        {
            ListNode first = cur!;
            ListNode? prev = null;
            for (int i = 0; i < k; i++)
            {
                ListNode? next = cur!.Next;
                cur.Next = prev;
                prev = cur;
                cur = next;
            }

            if (tail == null)
                newHead = prev;
            else
                tail.Next = prev;
            tail = first;
        }

        if (tail != null)
            tail.Next = cur;
        return newHead;
    }

    private static int Length(ListNode? node)
    {
        int length = 0;
        for (; node != null; node = node.Next)
            length++;
        return length;
    }
}
