// mistake: LL2 the cursor is returned, which is null when the loop ends
// fails: Reverse_returns_the_node_that_was_last
// rule: KATA3002
// at: return cur;
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

        return cur;
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

        ListNode first = cur!;
        ListNode? prev = null;
        for (int i = left; i <= right; i++)
        {
            ListNode? next = cur!.Next;
            cur.Next = prev;
            prev = cur;
            cur = next;
        }

        first.Next = cur;
        if (before == null)
            return prev;
        before.Next = prev;
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
