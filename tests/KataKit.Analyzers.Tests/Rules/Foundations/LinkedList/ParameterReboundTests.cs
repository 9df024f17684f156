using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>A parameter is set and nobody sees it.</summary>
public sealed class ParameterReboundTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; Push(done, node); node = next; }
        return done;
        static void Push(ListNode? list, ListNode node) { node.Next = list; [|list = node|]; }
        """)]
    public Task Reports_what_is_assigned_for_nobody(string body) => Verify.Reports("KATA3009", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    [InlineData("""
        Walk(head);
        return ReverseUntil(head, null);
        static void Walk(ListNode? node) { while (node is not null) node = node.Next; }
        """)]
    public Task Is_silent_where_somebody_reads_it(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
