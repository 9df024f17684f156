using FluentAssertions;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>The whole list.</content>
public abstract partial class ReverseLinkedListSpec<TKata>
{
    [Fact]
    public void Reverse_of_three_nodes_reads_backwards()
    {
        var list = NodeList.Of(3);
        list.Expect(Reverse(list), [3, 2, 1], "1 → 2 → 3 becomes 3 → 2 → 1");
    }

    [Fact]
    public void Reverse_of_the_empty_list_is_empty()
    {
        var list = NodeList.Of(0);
        list.Expect(Reverse(list), [], "The empty list is its own reverse");
    }

    [Fact]
    public void Reverse_of_one_node_is_that_node()
    {
        var list = NodeList.Of(1);
        list.Expect(Reverse(list), [1], "A list of one node is its own reverse");
    }

    [Fact]
    public void Reverse_of_two_nodes_points_one_way_only()
    {
        var list = NodeList.Of(2);
        list.Expect(Reverse(list), [2, 1], "Of two nodes the second comes first, and the first ends the list");
    }

    [Fact]
    public void Reverse_returns_the_node_that_was_last()
    {
        var list = NodeList.Of(4);
        Reverse(list).Should().BeSameAs(
            list[4], "the node that was last is the new first one, and the caller needs it to reach the others");
    }

    [Fact]
    public void Reverse_ends_with_the_node_that_was_first()
    {
        var list = NodeList.Of(4);
        Reverse(list);
        list[1].Link.Should().BeNull("the old first node is the new last one, so that nothing comes after it");
    }

    [Fact]
    public void Reverse_moves_nodes_and_not_values()
    {
        var list = new NodeList([7, -7, int.MaxValue, int.MinValue, 0]);
        var result = Reverse(list);
        list.Expect(list[1], [1], "The old first node keeps its value and is last now");
        list.Expect(result, [5, 4, 3, 2, 1], "The nodes themselves change places");
    }

    [Fact]
    public void Reverse_tells_nodes_of_equal_value_apart()
    {
        var list = new NodeList([5, 5, 5, 5]);
        list.Expect(Reverse(list), [4, 3, 2, 1], "Nodes of equal value are different nodes");
    }

    [Fact]
    public void Reverse_ignores_what_the_values_are()
    {
        // A palindrome, zeros at the ends, and values in descending order: nothing that a loop may take for a mark.
        foreach (var values in new int[][] { [1, 2, 2, 1], [0, 1, 0], [3, 2, 1], [0, 0], [-1, 0, int.MinValue, int.MaxValue] })
        {
            var list = new NodeList(values);
            list.Expect(Reverse(list), NodeOrder.Reversed(values.Length), "The order of the nodes is reversed, whatever they carry");
        }
    }

    [Fact]
    public void Reverse_works_for_every_short_length()
    {
        for (var count = 0; count <= 20; count++)
        {
            var list = NodeList.Of(count);
            list.Expect(Reverse(list), NodeOrder.Reversed(count), $"{count} nodes read backwards");
        }
    }

    [Fact]
    public void Reverse_agrees_with_an_array_read_backwards()
        => Property.Holds(
            "Reverse puts the nodes in the opposite order",
            seed: 301,
            FewValues,
            values => new NodeList(values).ToString(),
            values =>
            {
                var list = new NodeList(values);
                list.Expect(Reverse(list), NodeOrder.Reversed(values.Length), "The last node comes first");
            },
            WithoutLast);

    [Fact]
    public void Reverse_twice_gives_the_list_back()
    {
        var list = NodeList.Of(6);
        var twice = list.Answer("Reverse, applied twice,", head => TKata.Reverse(TKata.Reverse(head)));
        list.Expect(twice, NodeOrder.Unchanged(6), "Reversed twice, the list is as it was");
    }

    [Fact]
    public void Reverse_leaves_nodes_before_the_head_alone()
    {
        var list = NodeList.Of(5);
        var result = list.Answer("Reverse from the third node", _ => TKata.Reverse(list[3]));
        list.Expect(result, [5, 4, 3], "A list begins at the node that is handed over: given the third node of five, three are reversed");
        list.Expect(list[1], [1, 2, 3], "Nodes before the one handed over still point where they did");
    }

    [Fact]
    public void Reverse_of_one_list_does_not_touch_another()
    {
        var (first, second) = (NodeList.Of(3), NodeList.Of(4));
        var reversedFirst = Reverse(first);
        var reversedSecond = Reverse(second);
        first.Expect(reversedFirst, [3, 2, 1], "A later call must not touch the list of an earlier one");
        second.Expect(reversedSecond, [4, 3, 2, 1], "An earlier call must leave nothing behind");
    }

    [Fact]
    public void Reverse_allocates_nothing_per_node() => AllocatesNothingPerNode("Reverse", TKata.Reverse);

    [Fact]
    public void Reverse_of_a_million_nodes_takes_constant_space_and_linear_time()
    {
        var list = NodeList.Of(Million);
        list.Expect(Reverse(list), NodeOrder.Reversed(Million), "A million nodes are reversed like three");
    }

    private static IEnumerable<int[]> WithoutLast(int[] values)
    {
        if (values.Length > 0)
        {
            yield return values[..^1];
        }
    }
}
