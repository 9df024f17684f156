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
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    [InlineData("""
        if (head is null || head.Next is null) return head;
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        return done;
        """)]
    public Task Is_silent_where_one_way_returns_another_node(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
