using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>A turned stretch is not joined to the rest.</summary>
public sealed class SeamMissingTests
{
    [Theory]
    [InlineData("""
        if (left < 1) throw new ArgumentOutOfRangeException(nameof(left));
        ListNode? before = null;
        var node = head;
        for (var i = 1; i < left; i++) (before, node) = (node, node!.Next);
        var first = node!;
        ListNode? done = null;
        for (var i = left; i <= right; i++) { var next = node!.Next; [|node.Next = done|]; (done, node) = (node, next); }

        if (before is null) return done;
        before.Next = done;
        return head;
        """)]
    [InlineData("""
        if (left < 1) throw new ArgumentOutOfRangeException(nameof(left));
        ListNode? before = null;
        var node = head;
        for (var i = 1; i < left; i++) (before, node) = (node, node!.Next);
        var first = node!;
        ListNode? done = null;
        for (var i = left; i <= right; i++) { var next = node!.Next; [|node.Next = done|]; (done, node) = (node, next); }
        first.Next = node;
        if (before is null) return done;

        return head;
        """)]
    public Task Reports_the_seam_that_is_open(string body) => Verify.Reports("KATA3011", LinkedListSource.Between(body));

    [Theory]
    [InlineData("""
        if (left < 1) throw new ArgumentOutOfRangeException(nameof(left));
        ListNode? before = null;
        var node = head;
        for (var i = 1; i < left; i++) (before, node) = (node, node!.Next);
        var first = node!;
        ListNode? done = null;
        for (var i = left; i <= right; i++) { var next = node!.Next; node.Next = done; (done, node) = (node, next); }
        first.Next = node;
        if (before is null) return done;
        before.Next = done;
        return head;
        """)]
    [InlineData("""
        var sentinel = new ListNode(0, head);
        var before = sentinel;
        for (var i = 1; i < left; i++) before = before.Next!;
        var first = before.Next!;
        for (var i = left; i < right; i++)
        {
            var moved = first.Next!;
            first.Next = moved.Next;
            moved.Next = before.Next;
            before.Next = moved;
        }

        return sentinel.Next;
        """)]
    public Task Is_silent_where_both_seams_are_joined(string body) => Verify.IsSilent(LinkedListSource.Between(body));
}
