using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>A node points back at one that still points forward.</summary>
public sealed class LinkNotCutTests
{
    [Theory]
    [InlineData("""
        if (head is null) return null;
        var done = head;
        var node = head.Next;
        while (node is not null) { var next = node.Next; [|node.Next = done|]; done = node; node = next; }
        return done;
        """)]
    [InlineData("""
        ListNode? done = head, node = head?.Next;
        while (node is not null) { var next = node.Next; [|node.Next = done|]; done = node; node = next; }
        return done;
        """)]
    public Task Reports_the_link_that_closes_a_circle(string body) => Verify.Reports("KATA3004", LinkedListSource.Reverse(body));

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
        if (head is null) return null;
        var done = head;
        var node = head.Next;
        head.Next = null;
        while (node is not null) { var next = node.Next; node.Next = done; done = node; node = next; }
        return done;
        """)]
    [InlineData("""
        if (head is null) return null;
        var done = head;
        var node = head.Next;
        while (node is not null) { var next = node.Next; node.Next = done; done = node; node = next; }
        head.Next = null;
        return done;
        """)]
    public Task Is_silent_where_the_old_first_node_is_cut(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
