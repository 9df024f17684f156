// mistake: LL6 each group is turned in a loop, but the rest by a call for each group
// zh: 每组用循环反转，但其余部分靠递归，每组调用一次
// fails: ReverseInGroups_of_a_million_nodes_takes_constant_space_and_linear_time
// rule: KATA3007
// at: ListNode? turned = ReverseInGroups(end, k);
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

        ListNode? end = head;
        for (int i = 0; i < k; i++)
        {
            if (end == null)
                return head;
            end = end.Next;
        }

        ListNode? turned = ReverseInGroups(end, k);
        for (ListNode? cur = head; cur != end;)
        {
            ListNode? next = cur!.Next;
            cur.Next = turned;
            turned = cur;
            cur = next;
        }

        return turned;
    }

    private static int Length(ListNode? node)
    {
        int length = 0;
        for (; node != null; node = node.Next)
            length++;
        return length;
    }
}
