using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>A node that was made here stays in the list.</summary>
public sealed class SentinelKeptTests
{
    [Theory]
    [InlineData("""
        ListNode? done = [|new ListNode(0)|];
        while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
        return done;
        """)]
    [InlineData("""
        var sentinel = new ListNode(0);
        while (head is not null) { var next = head.Next; head.Next = sentinel.Next; sentinel.Next = head; head = next; }
        [|return sentinel;|]
        """)]
    public Task Reports_the_seed_and_the_sentinel(string body) => Verify.Reports("KATA3010", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    public Task Is_silent_where_the_list_begins_behind_the_sentinel(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
