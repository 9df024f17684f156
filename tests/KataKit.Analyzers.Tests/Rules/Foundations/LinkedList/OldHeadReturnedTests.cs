using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>What is returned is not the first node: the head that came in, or one that another node leads to.</summary>
public sealed class OldHeadReturnedTests
{
    [Theory]
    [InlineData("""
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        [|return head;|]
        """)]
    [InlineData("""
        if (head is null) return null;
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        [|return head;|]
        """)]
    public Task Reports_the_last_return_of_the_old_head(string body) => Verify.Reports("KATA3003", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    [InlineData("""
        if (head is null || head.Next is null) return head;
        ListNode? done = null;
        for (var node = head; node is not null;) { var next = node.Next; node.Next = done; done = node; node = next; }
        return done;
        """)]
    public Task Is_silent_where_one_way_returns_another_node(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));

    [Theory]
    [InlineData("first.Next = node; if (before is null) return done; before.Next = done; [|return done;|]")]
    [InlineData("if (before is not null) { before.Next = done; first.Next = node; [|return done;|] } first.Next = node; return done;")]
    public Task Reports_the_head_of_a_stretch_that_stands_behind_a_node(string seams) => Verify.Reports("KATA3003", Stretch("ListNode? before = null", seams));

    [Theory]
    [InlineData("ListNode? before = null", "first.Next = node; if (before is null) return done; before.Next = done; return head;")]
    [InlineData("ListNode? before = null", "first.Next = node; if (before is not null) before.Next = done; return before is null ? done : head;")]
    [InlineData("var sentinel = new ListNode(0, head); ListNode? before = sentinel", "first.Next = node; before!.Next = done; return sentinel.Next;")]
    [InlineData("var sentinel = new ListNode(0, head); ListNode? before = sentinel", "first.Next = node; before!.Next = done; if (before == sentinel) return done; return head;")]
    public Task Is_silent_where_the_first_node_is_returned(string start, string seams) => Verify.IsSilent(Stretch(start, seams));

    [Theory]
    [InlineData("front = done; if (tail is not null) tail.Next = done; tail = first;", "if (tail is not null) tail.Next = node; [|return front;|]")]
    [InlineData("if (tail != null) tail.Next = done; (tail, front) = (first, done);", "if (tail is { } last) last.Next = node; [|return front;|]")]
    public Task Reports_the_head_of_the_last_group(string seam, string end) => Verify.Reports("KATA3003", Groups(seam, end));

    [Theory]
    [InlineData("if (tail is null) front = done; else tail.Next = done; tail = first;", "if (tail is not null) tail.Next = node; return front;")]
    [InlineData("if (tail is not null) tail.Next = done; else front = done; tail = first;", "if (tail is not null) tail.Next = node; return front;")]
    [InlineData("if (tail is not null) tail.Next = done; tail = first; if (rest == Length(head) / k) front = done;", "if (tail is not null) tail.Next = node; return front;")]
    public Task Is_silent_where_the_head_of_the_first_group_is_returned(string seam, string end) => Verify.IsSilent(Groups(seam, end));

    private static string Stretch(string start, string seams)
        => LinkedListSource.Between($$"""
            {{start}};
            var node = head;
            for (var i = 1; i < left; i++) { before = node; node = node!.Next; }
            var first = node!;
            ListNode? done = null;
            for (var i = left; i <= right; i++) { var next = node!.Next; node.Next = done; done = node; node = next; }
            {{seams}}
            """);

    private static string Groups(string seam, string end)
        => KataSource.WithBody(
            "ReverseLinkedList",
            "ReverseInGroups",
            $$"""
            ListNode? front = head, tail = null, node = head;
            for (var rest = Length(head) / k; rest > 0; rest--)
            {
                var first = node!;
                ListNode? done = null;
                for (var i = 0; i < k; i++) { var next = node!.Next; node.Next = done; done = node; node = next; }
                {{seam}}
            }

            {{end}}
            """,
            "private static int Length(ListNode? node) { var n = 0; for (; node is not null; node = node.Next) n++; return n; }");
}
