using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>A parameter is set and nobody sees it.</summary>
public sealed class ParameterReboundTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; Push(done, node); node = next; }
        return done;
        static void Push(ListNode? list, ListNode node) { node.Next = list; [|list = node|]; }
        """)]
    public Task Reports_what_is_assigned_for_nobody(string body) => Verify.Reports("KATA3009", LinkedListSource.Reverse(body));

    [Theory]
    [InlineData("""
        ListNode? done = null;
        while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
        return done;
        """)]
    [InlineData("""
        ListNode? done = null;
        while (head is not null) (head.Next, done, head) = (done, head, head.Next);
        return done;
        """)]
    [InlineData("""
        if (head is null) return null;
        var front = head;
        while (head.Next is { } moved) { head.Next = moved.Next; moved.Next = front; front = moved; }
        return front;
        """)]
    [InlineData("""
        ListNode? done = null, node = head;
        for (ListNode? next; node != null; node = next) { next = node.Next; Turn(node, ref done); }
        return done;
        static void Turn(ListNode node, ref ListNode? behind) { node.Next = behind; behind = node; }
        """)]
    [InlineData("""
        var sentinel = new ListNode(0);
        while (head is not null) { var next = head.Next; head.Next = sentinel.Next; sentinel.Next = head; head = next; }
        return sentinel.Next;
        """)]
    [InlineData("""
        Walk(head);
        return ReverseUntil(head, null);
        static void Walk(ListNode? node) { while (node is not null) node = node.Next; }
        """)]
    public Task Is_silent_where_somebody_reads_it(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
