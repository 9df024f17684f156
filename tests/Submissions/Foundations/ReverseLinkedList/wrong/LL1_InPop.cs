// mistake: LL1 the node is pushed before the next one is popped
// fails: ReverseInGroups_of_two_exchanges_neighbours
// rule: KATA3001
// at: list = top.Next;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
    {
        ListNode? reversed = null;
        while (head != null)
            Push(ref reversed, Pop(ref head));
        return reversed;
    }

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        if (left < 1)
            throw new ArgumentOutOfRangeException(nameof(left));
        if (left > right || Skip(head, right - 1) == null)
            throw new ArgumentOutOfRangeException(nameof(right));

        ListNode? before = left == 1 ? null : Skip(head, left - 2);
        ListNode? rest = before == null ? head : before.Next;
        ListNode first = rest!;
        ListNode? stretch = null;
        for (int i = left; i <= right; i++)
            Push(ref stretch, Pop(ref rest));
        first.Next = rest;
        if (before == null)
            return stretch;
        before.Next = stretch;
        return head;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        if (k < 1)
            throw new ArgumentOutOfRangeException(nameof(k));

        ListNode anchor = new ListNode(-1, head);
        ListNode end = anchor;
        ListNode? rest = head;
        while (Skip(rest, k - 1) != null)
        {
            ListNode first = rest!;
            ListNode? group = null;
            for (int i = 0; i < k; i++)
            {
                Push(ref group, rest!);
                Pop(ref rest);
            }

            end.Next = group;
            end = first;
            end.Next = rest;
        }

        return anchor.Next;
    }

    private static ListNode Pop(ref ListNode? list)
    {
        ListNode top = list!;
        list = top.Next;
        return top;
    }

    private static void Push(ref ListNode? list, ListNode node)
    {
        node.Next = list;
        list = node;
    }

    private static ListNode? Skip(ListNode? node, int count)
    {
        while (count-- > 0 && node != null)
            node = node.Next;
        return node;
    }
}
