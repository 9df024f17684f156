// mistake: LL6 recursive on a thread with a large stack: space still grows with the list
// zh: 在栈更大的线程上递归：空间仍随链表增长
// fails: Reverse_of_a_million_nodes_takes_constant_space_and_linear_time
// rule: KATA3007
// at: ListNode? reversed = ReverseRecursively(head.Next);
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
    {
        ListNode? reversed = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    reversed = ReverseRecursively(head);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            maxStackSize: 256 << 20);
        thread.Start();
        thread.Join();
        return failure == null ? reversed : throw failure;
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

    private static ListNode? ReverseRecursively(ListNode? head)
    {
        if (head == null || head.Next == null)
            return head;
        ListNode? reversed = ReverseRecursively(head.Next);
        head.Next.Next = head;
        head.Next = null;
        return reversed;
    }
}
