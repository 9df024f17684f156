using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>The cursor that ended the loop is returned.</summary>
public sealed class NullCursorReturnedTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
        [|return head;|]
        """)]
    [InlineData("""
        ListNode? done = null, node = head;
        for (ListNode? next; node != null; node = next) { next = node.Next; node.Next = done; done = node; }
        [|return node;|]
        """)]
    public Task Reports_the_return_of_a_cursor_that_is_null(string body) => Verify.Reports("KATA3002", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    public Task Is_silent_where_another_node_is_returned(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));

    [Theory]
    [InlineData("""
        ListNode? done = null;
        while (head is not null)
        {
            var next = head.Next;
            head.Next = done;
            if (next is null) break;
            done = head;
            head = next;
        }

        return head;
        """)]
    public Task Is_silent_where_the_loop_has_another_way_out(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
