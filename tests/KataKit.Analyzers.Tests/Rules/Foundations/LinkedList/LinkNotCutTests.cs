using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

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
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
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
