using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

public sealed class NullCursorReturnedFixTests
{
    [Fact]
    public Task Returns_the_node_that_was_turned_last()
        => Verify.Fixes_to(
            LinkedListSource.Reverse("""
                ListNode? done = null;
                while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
                return head;
                """),
            LinkedListSource.Reverse("""
                ListNode? done = null;
                while (head is not null) { var next = head.Next; head.Next = done; done = head; head = next; }
                return done;
                """));

    [Fact]
    public async Task Is_not_offered_where_no_variable_in_scope_holds_it()
    {
        var text = await Verify.FixedText(LinkedListSource.Reverse("""
            for (ListNode? done = null; head is not null;)
            {
                var next = head.Next;
                head.Next = done;
                done = head;
                head = next;
            }

            return head;
            """));
        text.Should().BeNull("the variable ends with the loop");
    }
}
