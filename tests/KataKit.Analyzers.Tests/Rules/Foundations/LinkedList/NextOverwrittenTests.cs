using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

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
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
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
