using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.LinkedList;

/// <summary>A call for each node of the list.</summary>
public sealed class DepthOfListTests
{
    [Theory]
    [InlineData("""
        if (head?.Next is null) return head;
        var reversed = [|Reverse(head.Next)|];
        head.Next.Next = head;
        head.Next = null;
        return reversed;
        """)]
    [InlineData("""
        return Turn(head, null);
        static ListNode? Turn(ListNode? node, ListNode? done)
        {
            if (node is null) return done;
            var next = node.Next;
            node.Next = done;
            return [|Turn(next, node)|];
        }
        """)]
    public Task Reports_the_call_that_goes_down_the_list(string body) => Verify.Reports("KATA3007", LinkedListSource.Reverse(body));

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
    public Task Is_silent_where_a_loop_calls_for_each_node(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
