using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>The solution of the linked-list kata with another body in one member.</summary>
internal static class LinkedListSource
{
    /// <summary>Right bodies of <c>Reverse(head)</c> in the styles that people write: no rule has anything to say of them.</summary>
    public static TheoryData<string> Reversals =>
    [
        """
        ListNode? done = null;
        while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
        return done;
        """,
        """
        ListNode? done = null;
        while (head is not null) (head.Next, done, head) = (done, head, head.Next);
        return done;
        """,
        """
        if (head is null) return null;
        var front = head;
        while (head.Next is { } moved) { head.Next = moved.Next; moved.Next = front; front = moved; }
        return front;
        """,
        """
        ListNode? done = null, node = head;
        for (ListNode? next; node != null; node = next) { next = node.Next; Turn(node, ref done); }
        return done;
        static void Turn(ListNode node, ref ListNode? behind) { node.Next = behind; behind = node; }
        """,
        """
        var sentinel = new ListNode(0);
        while (head is not null) { var next = head.Next; head.Next = sentinel.Next; sentinel.Next = head; head = next; }
        return sentinel.Next;
        """,
    ];

    public static string Reverse(string body) => KataSource.WithBody("ReverseLinkedList", "Reverse", body);

    /// <summary>The body of <c>ReverseBetween(head, left, right)</c>.</summary>
    public static string Between(string body) => KataSource.WithBody("ReverseLinkedList", "ReverseBetween", body);

    /// <summary>The body of <c>ReverseInGroups(head, k)</c>.</summary>
    public static string Groups(string body) => KataSource.WithBody("ReverseLinkedList", "ReverseInGroups", body);
}
