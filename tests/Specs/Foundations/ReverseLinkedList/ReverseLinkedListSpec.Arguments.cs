using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Positions and groups that do not exist: who is blamed, and that the list is still whole.</content>
public abstract partial class ReverseLinkedListSpec<TKata>
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(int.MinValue, 2)]
    [InlineData(0, 0)]
    [InlineData(-2, -1)]
    [InlineData(0, 9)]
    public void ReverseBetween_rejects_a_left_below_1(int left, int right) => RejectsPositions("left", 3, left, right);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    [InlineData(2, -1)]
    [InlineData(9, 2)]
    [InlineData(1, int.MinValue)]
    public void ReverseBetween_rejects_a_right_before_left(int left, int right) => RejectsPositions("right", 3, left, right);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    [InlineData(7, 9)]
    [InlineData(1, int.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void ReverseBetween_rejects_a_right_behind_the_last_node(int left, int right) => RejectsPositions("right", 3, left, right);

    [Theory]
    [InlineData("left", 0, 1)]
    [InlineData("left", 0, 0)]
    [InlineData("right", 1, 0)]
    [InlineData("right", 1, 1)]
    [InlineData("right", 2, 3)]
    public void ReverseBetween_rejects_every_position_in_the_empty_list(string blamed, int left, int right)
        => RejectsPositions(blamed, 0, left, right);

    [Fact]
    public void ReverseBetween_leaves_the_list_whole_when_it_throws()
    {
        foreach (var count in new[] { 1, 2, 6 })
        {
            for (var left = 1; left <= count + 1; left++)
            {
                RejectsPositions("right", count, left, count + 1);
                RejectsPositions("right", count, left, count + 3);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void ReverseInGroups_rejects_a_group_below_1(int k)
    {
        foreach (var count in new[] { 0, 1, 4 })
        {
            var list = NodeList.Of(count);
            OutOfRange.Blames("k", $"A group of {k} nodes for {list}", () => TKata.ReverseInGroups(list.Head, k));
            list.Expect(list.Head, NodeOrder.Unchanged(count), "A call that throws leaves the list as it was");
        }
    }

    private static void RejectsPositions(string blamed, int count, int left, int right)
    {
        var list = NodeList.Of(count);
        OutOfRange.Blames(blamed, $"The pair left {left}, right {right} for {list}", () => TKata.ReverseBetween(list.Head, left, right));
        list.Expect(list.Head, NodeOrder.Unchanged(count), $"A call that throws (left {left}, right {right}) leaves the list as it was");
    }
}
