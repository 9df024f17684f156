using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

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
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    public Task Is_silent_where_a_loop_calls_for_each_node(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
