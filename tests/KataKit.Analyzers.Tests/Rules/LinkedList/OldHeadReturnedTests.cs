using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>Every way returns the head that came in.</summary>
public sealed class OldHeadReturnedTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        [|return head;|]
        """)]
    [InlineData("""
        if (head is null) return null;
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        [|return head;|]
        """)]
    public Task Reports_the_last_return_of_the_old_head(string body) => Verify.Reports("KATA3003", LinkedListSource.Reverse(body));

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
        if (head is null || head.Next is null) return head;
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        return done;
        """)]
    public Task Is_silent_where_one_way_returns_another_node(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
