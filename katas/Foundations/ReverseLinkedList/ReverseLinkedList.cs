using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class ReverseLinkedList : IReverseLinkedList
{
    public static ListNode? Reverse(ListNode? head)
        => throw new NotImplementedException();

    public static ListNode? ReverseBetween(ListNode? head, int left, int right)
        => throw new NotImplementedException();

    public static ListNode? ReverseInGroups(ListNode? head, int k)
        => throw new NotImplementedException();
}
