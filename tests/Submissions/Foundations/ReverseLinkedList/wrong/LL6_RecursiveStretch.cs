// mistake: LL6 the stretch is reached and turned by a call for each node
// zh: 用递归走到这一段并反转它，每个节点调用一次
// fails: ReverseBetween_of_a_million_nodes_takes_constant_space_and_linear_time
// rule: KATA3007
// at: node.Next = Walk(node.Next!, left - 1, right - 1);
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

        return Walk(head!, left, right);
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

    private static ListNode Walk(ListNode node, int left, int right)
    {
        if (left > 1)
        {
            node.Next = Walk(node.Next!, left - 1, right - 1);
            return node;
        }

        return Turn(node, right, out _);
    }

    private static ListNode Turn(ListNode node, int count, out ListNode? rest)
    {
        if (count == 1)
        {
            rest = node.Next;
            return node;
        }

        ListNode second = node.Next!;
        ListNode first = Turn(second, count - 1, out rest);
        second.Next = node;
        node.Next = rest;
        return first;
    }
}
