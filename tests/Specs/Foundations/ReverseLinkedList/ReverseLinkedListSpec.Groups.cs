using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>One group after another, and the seam between two groups.</content>
public abstract partial class ReverseLinkedListSpec<TKata>
{
    [Fact]
    public void ReverseInGroups_of_two_exchanges_neighbours()
    {
        var list = NodeList.Of(6);
        list.Expect(ReverseInGroups(list, 2), [2, 1, 4, 3, 6, 5], "In twos, 1 → 2 → 3 → 4 → 5 → 6 becomes 2 → 1 → 4 → 3 → 6 → 5");
    }

    [Fact]
    public void ReverseInGroups_of_three_keeps_the_order_of_the_groups()
    {
        var list = NodeList.Of(9);
        list.Expect(ReverseInGroups(list, 3), [3, 2, 1, 6, 5, 4, 9, 8, 7], "Each group is turned in its place, the groups keep theirs");
    }

    [Fact]
    public void ReverseInGroups_leaves_an_incomplete_group_as_it_is()
    {
        var list = NodeList.Of(8);
        list.Expect(ReverseInGroups(list, 3), [3, 2, 1, 6, 5, 4, 7, 8], "Two nodes left over of a group of three stay in their order");
    }

    [Fact]
    public void ReverseInGroups_turns_a_last_group_that_is_full()
    {
        var list = NodeList.Of(4);
        list.Expect(ReverseInGroups(list, 2), [2, 1, 4, 3], "A group that ends with the list is a full group");
    }

    [Fact]
    public void ReverseInGroups_of_one_changes_nothing()
    {
        var list = NodeList.Of(5);
        list.Expect(ReverseInGroups(list, 1), NodeOrder.Unchanged(5), "A group of one node is its own reverse");
    }

    [Fact]
    public void ReverseInGroups_as_long_as_the_list_reverses_all()
    {
        foreach (var count in new[] { 1, 2, 5 })
        {
            var list = NodeList.Of(count);
            list.Expect(ReverseInGroups(list, count), NodeOrder.Reversed(count), "A group as long as the list is a full group");
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(int.MaxValue)]
    public void ReverseInGroups_longer_than_the_list_changes_nothing(int k)
    {
        var list = NodeList.Of(4);
        list.Expect(ReverseInGroups(list, k), NodeOrder.Unchanged(4), $"Four nodes make no group of {k}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void ReverseInGroups_of_the_empty_list_is_empty(int k)
    {
        var list = NodeList.Of(0);
        list.Expect(ReverseInGroups(list, k), [], "The empty list has no groups");
    }

    [Fact]
    public void ReverseInGroups_works_for_every_short_length_and_group()
    {
        for (var count = 0; count <= 12; count++)
        {
            for (var k = 1; k <= count + 1; k++)
            {
                var list = NodeList.Of(count);
                list.Expect(ReverseInGroups(list, k), NodeOrder.InGroups(count, k), $"{count} nodes in groups of {k}");
            }
        }
    }

    [Fact]
    public void ReverseInGroups_agrees_with_the_reversal_of_chunks_of_an_array()
        => Property.Holds(
            "ReverseInGroups reverses each full group in its place",
            seed: 303,
            from values in FewValues
            from k in Gen.Choose(1, 6)
            select (Values: values, K: k),
            sample => $"{new NodeList(sample.Values)}, k {sample.K}",
            sample =>
            {
                var list = new NodeList(sample.Values);
                list.Expect(
                    ReverseInGroups(list, sample.K),
                    NodeOrder.InGroups(list.Count, sample.K),
                    "Full groups are turned, what is left over is not");
            },
            sample => WithoutLast(sample.Values).Select(values => sample with { Values = values }));

    [Fact]
    public void ReverseInGroups_tells_nodes_of_equal_value_apart()
    {
        var list = new NodeList([5, 5, 5, 5, 5]);
        list.Expect(ReverseInGroups(list, 2), [2, 1, 4, 3, 5], "Nodes of equal value are different nodes");
    }

    [Fact]
    public void ReverseInGroups_twice_gives_the_list_back()
    {
        var list = NodeList.Of(11);
        var twice = list.Answer(
            "ReverseInGroups with k 3, applied twice,", head => TKata.ReverseInGroups(TKata.ReverseInGroups(head, 3), 3));
        list.Expect(twice, NodeOrder.Unchanged(11), "Reversed twice, each group is as it was");
    }

    [Fact]
    public void ReverseInGroups_leaves_nodes_before_the_head_alone()
    {
        var list = NodeList.Of(7);
        var result = list.Answer("ReverseInGroups from the third node", _ => TKata.ReverseInGroups(list[3], 2));
        list.Expect(result, [4, 3, 6, 5, 7], "Groups count from the node that is handed over");
        list.Expect(list[1], [1, 2, 3, 6, 5, 7], "Nodes before the one handed over still point where they did");
    }

    [Fact]
    public void ReverseInGroups_of_one_list_does_not_touch_another()
    {
        var (first, second) = (NodeList.Of(5), NodeList.Of(4));
        var turnedFirst = ReverseInGroups(first, 2);
        var turnedSecond = ReverseInGroups(second, 3);
        first.Expect(turnedFirst, [2, 1, 4, 3, 5], "A later call must not touch the list of an earlier one");
        second.Expect(turnedSecond, [3, 2, 1, 4], "An earlier call must leave nothing behind");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40_000)]
    public void ReverseInGroups_allocates_nothing_per_node_or_group(int k)
        => AllocatesNothingPerNode($"ReverseInGroups with k {k}", head => TKata.ReverseInGroups(head, k));

    [Theory]
    [InlineData(2)]
    [InlineData(999)]
    [InlineData(Million)]
    public void ReverseInGroups_of_a_million_nodes_takes_constant_space_and_linear_time(int k)
    {
        var list = NodeList.Of(Million);
        list.Expect(ReverseInGroups(list, k), NodeOrder.InGroups(Million, k), "A million nodes are turned group by group like nine");
    }
}
