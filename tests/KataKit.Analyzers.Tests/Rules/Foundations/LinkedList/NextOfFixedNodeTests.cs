using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>The next node is taken from one that does not move.</summary>
public sealed class NextOfFixedNodeTests
{
    [Theory]
    [InlineData("""
        if (head is null) return null;
        ListNode? done = null;
        var node = head;
        while (node is not null) { var next = [|head.Next|]; node.Next = done; done = node; node = next; }
        return done;
        """)]
    [InlineData("""
        if (head is null) return null;
        var count = 0;
        for (var node = head; node is not null; node = [|head.Next|]) count++;
        return count == 0 ? null : ReverseUntil(head, null);
        """)]
    public Task Reports_the_link_of_the_fixed_node(string body) => Verify.Reports("KATA3005", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    public Task Is_silent_where_the_cursor_or_the_link_moves(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
