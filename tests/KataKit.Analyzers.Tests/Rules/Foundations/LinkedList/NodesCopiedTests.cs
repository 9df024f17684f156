using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.LinkedList;

/// <summary>The list is copied instead of relinked.</summary>
public sealed class NodesCopiedTests
{
    [Theory]
    [InlineData("""
        ListNode? reversed = null;
        for (var node = head; node is not null; node = node.Next) reversed = [|new ListNode(node.Value, reversed)|];
        return reversed;
        """)]
    [InlineData("""
        var nodes = [|new List<ListNode>()|];
        for (var node = head; node is not null; node = node.Next) nodes.Add(node);
        nodes.Reverse();
        for (var i = 0; i + 1 < nodes.Count; i++) nodes[i].Next = nodes[i + 1];
        if (nodes.Count > 0) nodes[^1].Next = null;
        return nodes.FirstOrDefault();
        """)]
    public Task Reports_values_nodes_and_collections(string body) => Verify.Reports("KATA3008", LinkedListSource.Reverse(body));

    [Theory]
    [MemberData(nameof(LinkedListSource.Reversals), MemberType = typeof(LinkedListSource))]
    public Task Is_silent_where_links_are_turned(string body) => Verify.IsSilent(LinkedListSource.Reverse(body));
}
