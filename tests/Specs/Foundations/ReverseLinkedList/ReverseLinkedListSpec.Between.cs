using FluentAssertions;
using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>A stretch of the list, and the two seams where it is joined again.</content>
public abstract partial class ReverseLinkedListSpec<TKata>
{
    [Fact]
    public void ReverseBetween_turns_the_stretch_and_keeps_the_rest()
    {
        var list = NodeList.Of(5);
        list.Expect(ReverseBetween(list, 2, 4), [1, 4, 3, 2, 5], "Between 2 and 4, 1 → 2 → 3 → 4 → 5 becomes 1 → 4 → 3 → 2 → 5");
    }

    [Fact]
    public void ReverseBetween_from_the_first_node_returns_a_new_head()
    {
        var list = NodeList.Of(5);
        list.Expect(ReverseBetween(list, 1, 3), [3, 2, 1, 4, 5], "A stretch that begins at 1 brings a new first node");
    }

    [Fact]
    public void ReverseBetween_behind_the_first_node_returns_the_old_head()
    {
        var list = NodeList.Of(5);
        ReverseBetween(list, 2, 5).Should().BeSameAs(list[1], "a stretch that begins at 2 leaves the first node where it is");
    }

    [Fact]
    public void ReverseBetween_up_to_the_last_node_ends_the_list()
    {
        var list = NodeList.Of(5);
        list.Expect(
            ReverseBetween(list, 3, 5), [1, 2, 5, 4, 3], "A stretch that reaches the end leaves its first node as the last of the list");
    }

    [Fact]
    public void ReverseBetween_the_ends_reverses_all()
    {
        foreach (var count in new[] { 1, 2, 3, 8 })
        {
            var list = NodeList.Of(count);
            list.Expect(
                ReverseBetween(list, 1, count), NodeOrder.Reversed(count), $"Between 1 and {count}, {count} nodes are reversed as a whole");
        }
    }

    [Fact]
    public void ReverseBetween_equal_positions_changes_nothing()
    {
        for (var position = 1; position <= 4; position++)
        {
            var list = NodeList.Of(4);
            list.Expect(ReverseBetween(list, position, position), NodeOrder.Unchanged(4), $"The one node at {position} is its own reverse");
        }
    }

    [Fact]
    public void ReverseBetween_neighbours_exchanges_them()
    {
        for (var left = 1; left < 5; left++)
        {
            var list = NodeList.Of(5);
            list.Expect(
                ReverseBetween(list, left, left + 1),
                NodeOrder.Between(5, left, left + 1),
                $"The nodes at {left} and {left + 1} change places");
        }
    }

    [Fact]
    public void ReverseBetween_works_for_every_pair_of_positions()
    {
        for (var count = 1; count <= 8; count++)
        {
            for (var left = 1; left <= count; left++)
            {
                for (var right = left; right <= count; right++)
                {
                    var list = NodeList.Of(count);
                    list.Expect(
                        ReverseBetween(list, left, right),
                        NodeOrder.Between(count, left, right),
                        $"Positions {left} to {right} of {count} are reversed, and no others");
                }
            }
        }
    }

    [Fact]
    public void ReverseBetween_agrees_with_the_reversal_of_a_part_of_an_array()
        => Property.Holds(
            "ReverseBetween reverses just the nodes from left to right",
            seed: 302,
            from values in FewValues
            where values.Length > 0
            from left in Gen.Choose(1, values.Length)
            from right in Gen.Choose(left, values.Length)
            select (Values: values, Left: left, Right: right),
            sample => $"{new NodeList(sample.Values)}, left {sample.Left}, right {sample.Right}",
            sample =>
            {
                var list = new NodeList(sample.Values);
                var order = NodeOrder.Between(list.Count, sample.Left, sample.Right);
                list.Expect(ReverseBetween(list, sample.Left, sample.Right), order, "The stretch is turned round in its place");
            },
            sample => WithoutLast(sample.Values)
                .Where(values => values.Length >= sample.Right)
                .Select(values => sample with { Values = values }));

    [Fact]
    public void ReverseBetween_tells_nodes_of_equal_value_apart()
    {
        var list = new NodeList([5, 5, 5, 5, 5]);
        list.Expect(ReverseBetween(list, 2, 4), [1, 4, 3, 2, 5], "Nodes of equal value are different nodes");
    }

    [Fact]
    public void ReverseBetween_twice_gives_the_list_back()
    {
        var list = NodeList.Of(7);
        var twice = list.Answer(
            "ReverseBetween with left 3 and right 6, applied twice,", head => TKata.ReverseBetween(TKata.ReverseBetween(head, 3, 6), 3, 6));
        list.Expect(twice, NodeOrder.Unchanged(7), "Reversed twice, the stretch is as it was");
    }

    [Fact]
    public void ReverseBetween_leaves_nodes_before_the_head_alone()
    {
        var list = NodeList.Of(6);
        var result = list.Answer("ReverseBetween from the third node", _ => TKata.ReverseBetween(list[3], 1, 2));
        list.Expect(result, [4, 3, 5, 6], "Positions count from the node that is handed over");
        list.Expect(list[1], [1, 2, 3, 5, 6], "Nodes before the one handed over still point where they did");
    }

    [Fact]
    public void ReverseBetween_of_one_list_does_not_touch_another()
    {
        var (first, second) = (NodeList.Of(5), NodeList.Of(4));
        var turnedFirst = ReverseBetween(first, 2, 3);
        var turnedSecond = ReverseBetween(second, 2, 4);
        first.Expect(turnedFirst, [1, 3, 2, 4, 5], "A later call must not touch the list of an earlier one");
        second.Expect(turnedSecond, [1, 4, 3, 2], "An earlier call must leave nothing behind, such as the node where its stretch ended");
    }

    [Fact]
    public void ReverseBetween_allocates_nothing_per_node()
        => AllocatesNothingPerNode("ReverseBetween", head => TKata.ReverseBetween(head, 2, 99_999));

    [Theory]
    [InlineData(1, Million)]
    [InlineData(2, Million - 1)]
    [InlineData(Million - 1, Million)]
    public void ReverseBetween_of_a_million_nodes_takes_constant_space_and_linear_time(int left, int right)
    {
        var list = NodeList.Of(Million);
        list.Expect(
            ReverseBetween(list, left, right),
            NodeOrder.Between(Million, left, right),
            "A stretch of a million nodes is turned like one of three");
    }
}
