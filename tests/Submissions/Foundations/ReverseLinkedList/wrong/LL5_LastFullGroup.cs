// mistake: LL5 a group counts as full only if a node comes after it
// fails: ReverseInGroups_turns_a_last_group_that_is_full
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? list)
    {
        if (list?.Next is null)
            return list;

        ListNode? behind = null;
        do
        {
            var ahead = list.Next;
            list.Next = behind;
            behind = list;
            list = ahead;
        }
        while (list is not null);
        return behind;
    }

    public static ListNode? ReverseBetween(ListNode? list, int from, int to)
    {
        if (from < 1)
            throw new ArgumentOutOfRangeException("left", from, "Positions begin at 1.");
        if (to < from)
            throw new ArgumentOutOfRangeException("right", to, "The stretch ends before it begins.");
        var last = At(list, to) ?? throw new ArgumentOutOfRangeException("right", to, "The list is shorter.");

        var rest = last.Next;
        var before = At(list, from - 1);
        var first = before is null ? list! : before.Next!;
        last.Next = null;
        Reverse(first);
        first.Next = rest;
        if (before is null)
            return last;
        before.Next = last;
        return list;
    }

    public static ListNode? ReverseInGroups(ListNode? list, int size)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException("k", size, "A group has one node or more.");

        ListNode? head = null, joined = null;
        while (At(list, size) is { Next: not null } last)
        {
            var rest = last.Next;
            last.Next = null;
            Reverse(list);
            if (joined is null)
                head = last;
            else
                joined.Next = last;
            joined = list!;
            list = rest;
        }

        if (joined is null)
            return list;
        joined.Next = list;
        return head;
    }

    /// <summary>The node at a position counted from 1; null where there is none.</summary>
    private static ListNode? At(ListNode? list, int position)
    {
        if (position < 1)
            return null;
        while (list is not null && --position > 0)
            list = list.Next;
        return list;
    }
}
