using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>The empty list or the last node is missed.</summary>
public sealed class LastNodeMissedTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        var node = head;
        while ([|node!.Next|] is not null) { var next = node.Next; node.Next = done; done = node; node = next; }
        node.Next = done;
        return node;
        """)]
    [InlineData("""
        ListNode? done = null;
        var node = head;
        while (node is not null && node.Next is not null) { var next = node.Next; [|node.Next = done|]; done = node; node = next; }
        return done;
        """)]
    [InlineData("""
        if (head is null) return null;
        ListNode? done = null;
        while (head.Next is { } next) { [|head.Next = done|]; done = head; head = next; }
        return done;
        """)]
    public Task Reports_the_link_of_nobody_and_the_link_that_stays(string body) => Verify.Reports("KATA3006", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    [InlineData("""
        if (head is null) return null;
        ListNode? done = null;
        while (head.Next is { } next) { head.Next = done; done = head; head = next; }
        head.Next = done;
        return head;
        """)]
    [InlineData("""
        if (head?.Next is null) return head;
        ListNode? done = null;
        do { var next = head.Next; head.Next = done; done = head; head = next; } while (head is not null);
        return done;
        """)]
    public Task Is_silent_where_both_are_seen_to(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
