using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>The list is copied instead of relinked.</summary>
public sealed class NodesCopiedTests
{
    [Theory]
    [InlineData("""
        ListNode? reversed = null;
        for (var node = head; node is not null; node = node.Next) reversed = [|new ListNode(node.Value, reversed)|];
        return reversed;
        """)]
    [InlineData("""
        var nodes = [|new List<ListNode>()|];
        for (var node = head; node is not null; node = node.Next) nodes.Add(node);
        nodes.Reverse();
        for (var i = 0; i + 1 < nodes.Count; i++) nodes[i].Next = nodes[i + 1];
        if (nodes.Count > 0) nodes[^1].Next = null;
        return nodes.FirstOrDefault();
        """)]
    public Task Reports_values_nodes_and_collections(string body) => Verify.Reports("KATA3008", LinkedListSource.Reverse(body));

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
    public Task Is_silent_where_links_are_turned(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
