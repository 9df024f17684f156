// mistake: X27 only the first group is turned
// fails: ReverseInGroups_of_two_exchanges_neighbours
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
    {
        ListNode? done = null;
        while (head is not null)
            (head.Next, done, head) = (done, head, head.Next);
        return done;
    }

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        if (left < 1) throw new ArgumentOutOfRangeException(nameof(left));
        if (right < left) throw new ArgumentOutOfRangeException(nameof(right));
        if (!Reaches(head, right)) throw new ArgumentOutOfRangeException(nameof(right));

        if (left == 1) return ReverseFirst(head, right).First;
        var before = head!;
        for (var steps = left - 2; steps > 0; steps--) before = before.Next!;
        before.Next = ReverseFirst(before.Next, right - left + 1).First;
        return head;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        if (k < 1) throw new ArgumentOutOfRangeException(nameof(k));
        if (!Reaches(head, k)) return head;

        var (answer, tail) = ReverseFirst(head, k);
        if (k == 1 && Reaches(tail.Next, k))
            (tail.Next, tail) = ReverseFirst(tail.Next, k);
        return answer;
    }

    /// <summary>Reverses n nodes, of which there are as many, and leaves the last of them linked to the rest.</summary>
    private static (ListNode First, ListNode Last) ReverseFirst(ListNode? head, int n)
    {
        var last = head!;
        ListNode? done = null;
        for (; n > 0; n--)
            (head!.Next, done, head) = (done, head, head.Next);
        last.Next = head;
        return (done!, last);
    }

    private static bool Reaches(ListNode? node, int position)
    {
        while (node is not null && position > 1)
            (node, position) = (node.Next, position - 1);
        return node is not null;
    }
}
