using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class ArgmaxSharedTests
{
    private const string Fields = "private readonly int[,] _rows = new int[1, 1]; private readonly int[][] _maps = []; private int[] _flat = [];";

    [Theory]
    [InlineData("dx[c, [|_rows[i, j]|], j] += upstream[c, i, j];")]
    [InlineData("var p = [|at[0, i, j]|]; dx[c, p / width, p % width] += upstream[c, i, j];")]
    public Task Reports_positions_without_a_channel(string statement) => Verify.Reports("KATA5007", PoolingSource.EachWindow(statement, Fields));

    [Theory]
    [InlineData("c == 0 && k < channels")]
    [InlineData("0 == c && channels > k")]
    public Task Reports_positions_of_all_channels_that_are_stored_in_the_first(string test)
        => Verify.Reports("KATA5007", PoolingSource.Position($"for (var k = 0; {test}; k++) [|argmax[k, i, j] = row * width + column|];"));

    [Theory]
    [InlineData("dx[c, at[c, i, j] / width, at[c, i, j] % width] += upstream[c, i, j];")]
    [InlineData("var map = _maps[c]; dx[c, map[i * ow + j] / width, map[i * ow + j] % width] += upstream[c, i, j];")]
    [InlineData("dx[c, _flat[(c * oh + i) * ow + j] / width, _flat[(c * oh + i) * ow + j] % width] += upstream[c, i, j];")]
    [InlineData("dx[0, _rows[i, j], j] += upstream[c, i, j];")]
    public Task Is_silent_on_positions_by_channel(string statement) => Verify.IsSilent(PoolingSource.EachWindow(statement, Fields));

    [Fact]
    public Task Is_silent_on_a_running_index()
        => Verify.IsSilent(PoolingSource.Backward(
            """
            var o = 0;
            for (var c = 0; c < channels; c++)
                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++, o++)
                        dx[c, _flat[o] / width, _flat[o] % width] += upstream[c, i, j];
            """,
            Fields));

    [Fact]
    public Task Is_silent_where_the_positions_are_searched_again_for_each_channel()
        => Verify.IsSilent(PoolingSource.Backward(
            """
            for (var c = 0; c < channels; c++)
            {
                _flat = new int[oh * ow];
                for (var k = 0; k < oh * ow; k++) _flat[k] = at[c, k / ow, k % ow];
                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++)
                        dx[c, _flat[i * ow + j] / width, _flat[i * ow + j] % width] += upstream[c, i, j];
            }
            """,
            Fields));
}
