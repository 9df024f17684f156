using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>The link is read after it was overwritten.</summary>
public sealed class NextOverwrittenTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        while (head is not null) { head.Next = done; done = head; head = [|head.Next|]; }
        return done;
        """)]
    [InlineData("""
        ListNode? done = null;
        for (var node = head; node is not null; node = [|node.Next|]) { node.Next = done; done = node; }
        return done;
        """)]
    [InlineData("""
        ListNode? done = null;
        var node = head;
        while (node != null) { Push(node); node = Rest(node); }
        return done;
        void Push(ListNode x) { x.Next = done; done = x; }
        static ListNode? Rest(ListNode x) => [|x.Next|];
        """)]
    [InlineData("""
        ListNode? done = null;
        while (head is not null) { head.Next = done; (done, head) = (head, [|head.Next|]); }
        return done;
        """)]
    public Task Reports_the_read_of_a_link_that_was_turned(string body) => Verify.Reports("KATA3001", LinkedListSource.Reverse(body));

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
    public Task Is_silent_where_the_next_node_is_kept(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));

    [Theory]
    [InlineData("""
        var sentinel = new ListNode(0);
        var tail = sentinel;
        for (var i = 0; i < 1 && head is not null; i++) { tail.Next = head; tail = tail.Next; }
        return ReverseUntil(sentinel.Next, null);
        """)]
    [InlineData("""
        ListNode? odd = null, even = null;
        var node = head;
        while (node is not null) { var next = node.Next; node.Next = odd; odd = even; even = node; node = next; }
        return even;
        """)]
    public Task Is_silent_where_a_list_is_built_or_walked(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
