using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

public sealed class OldHeadReturnedFixTests
{
    [Fact]
    public Task Returns_the_node_that_was_turned_last()
        => Verify.Fixes_to(
            LinkedListSource.Reverse("""
                ListNode? done = null;
                for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
                return head;
                """),
            LinkedListSource.Reverse("""
                ListNode? done = null;
                for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
                return done;
                """));

    [Fact]
    public async Task Is_not_offered_where_no_variable_in_scope_holds_it()
    {
        var text = await Verify.FixedText(LinkedListSource.Reverse("""
            var last = head;
            for (ListNode? done = null, node = last; ;)
            {
                if (node is null) break;
                var next = node.Next;
                node.Next = done;
                done = node;
                node = next;
            }

            return head;
            """));
        text.Should().BeNull("the variable ends with the loop");
    }
}
