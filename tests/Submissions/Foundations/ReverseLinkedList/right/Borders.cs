// style: expression-bodied members over one segment reversal with both borders given
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head) => Turn(head, null, null);

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
    {
        if (left <= 0)
            throw new ArgumentOutOfRangeException(nameof(left), "must be 1 or more");
        if (right < left)
            throw new ArgumentOutOfRangeException(nameof(right), "must not lie before left");

        ListNode? before = null, last = null;
        var position = 0;
        for (var node = head; node != null && position < right; node = node.Next)
        {
            position++;
            if (position < left) before = node;
            last = node;
        }

        if (position < right)
            throw new ArgumentOutOfRangeException(nameof(right), "must not lie behind the end");
        var turned = Turn(before == null ? head : before.Next, before, last!.Next);
        return before == null ? turned : head;
    }

    public static ListNode? ReverseInGroups(ListNode? head, int k)
    {
        if (k <= 0)
            throw new ArgumentOutOfRangeException(nameof(k), "must be 1 or more");

        ListNode? answer = head, before = null, start = head;
        var inGroup = 0;
        for (var node = head; node != null;)
        {
            var next = node.Next;
            if (++inGroup == k)
            {
                var turned = Turn(start, before, next);
                if (before == null) answer = turned;
                before = start;
                start = next;
                inGroup = 0;
            }

            node = next;
        }

        return answer;
    }

    /// <summary>Turns the nodes from start up to, not including, end; the node before, if there is one, is linked to the result.</summary>
    private static ListNode? Turn(ListNode? start, ListNode? before, ListNode? end)
    {
        var turned = end;
        for (ListNode? node = start, next; node != end; node = next)
        {
            next = node!.Next;
            node.Next = turned;
            turned = node;
        }

        if (before != null) before.Next = turned;
        return turned;
    }
}
