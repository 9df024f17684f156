using KataKit.Analyzers.Tests.Rules.Sequences.Pooling;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ScatterOverwritesTests
{
    [Theory]
    [InlineData("[|dx[c, at[c, i, j] / width, at[c, i, j] % width] = upstream[c, i, j]|];")]
    [InlineData("var p = at[c, i, j]; var r = p / width; var g = upstream[c, i, j]; [|dx[c, r, p - (r * width)] = g|];")]
    [InlineData("var (r, w) = Math.DivRem(at[c, i, j], width); [|dx[c, r, w] = 1 * upstream[c, i, j]|];")]
    [InlineData("void Put(int p, double g) => [|dx[c, p / width, p % width] = g|]; Put(at[c, i, j], upstream[c, i, j]);")]
    public Task Reports_a_store_at_a_saved_position(string statement)
        => Verify.Reports("KATA0009", PoolingSource.EachWindow(statement));

    [Fact]
    public Task Reports_a_store_for_each_cell_of_a_window()
        => Verify.Reports("KATA0009", PoolingSource.EachWindow("""
            for (var u = 0; u < 2; u++)
                for (var v = 0; v < 2; v++)
                    if (at[c, i, j] == (i + u) * width + j + v)
                        [|dx[c, i + u, j + v] = upstream[c, i, j]|];
            """));

    [Theory]
    [InlineData("dx[c, at[c, i, j] / width, at[c, i, j] % width] += upstream[c, i, j];")]
    [InlineData("var (r, w) = Math.DivRem(at[c, i, j], width); dx[c, r, w] = dx[c, r, w] + upstream[c, i, j];")]
    [InlineData("ref var cell = ref dx[c, at[c, i, j] / width, at[c, i, j] % width]; cell = cell + upstream[c, i, j];")]
    [InlineData("var (r, w) = Math.DivRem(at[c, i, j], width); var old = dx[c, r, w]; dx[c, r, w] = upstream[c, i, j] + old;")]
    [InlineData("var (r, w) = Math.DivRem(at[c, i, j], width); if (dx[c, r, w] == 0) dx[c, r, w] = upstream[c, i, j]; else dx[c, r, w] += upstream[c, i, j];")]
    [InlineData("dx[c, at[c, i, j] / width, at[c, i, j] % width] = 0;")]
    public Task Is_silent_where_it_adds_or_clears(string statement) => Verify.IsSilent(PoolingSource.EachWindow(statement));

    [Fact]
    public Task Is_silent_where_each_cell_gathers()
        => Verify.IsSilent(PoolingSource.Backward("""
            for (var c = 0; c < channels; c++)
                for (var r = 0; r < height; r++)
                    for (var w = 0; w < width; w++)
                    {
                        var sum = 0.0;
                        for (var i = 0; i < oh; i++)
                            for (var j = 0; j < ow; j++)
                                if (at[c, i, j] == r * width + w)
                                    sum += upstream[c, i, j];
                        dx[c, r, w] = sum;
                    }
            """));

    [Fact]
    public Task Is_silent_where_the_windows_are_known_to_be_disjoint()
        => Verify.IsSilent(PoolingSource.EachWindow(
            """
            var (r, w) = Math.DivRem(at[c, i, j], width);
            if (_last is { } last && last.StrideHeight >= last.KernelHeight && last.StrideWidth >= last.KernelWidth)
                dx[c, r, w] = upstream[c, i, j];
            else
                dx[c, r, w] += upstream[c, i, j];
            """,
            "private PoolingWindow? _last;"));

    [Fact]
    public Task Is_silent_where_a_run_of_equal_positions_is_summed_first()
        => Verify.IsSilent(PoolingSource.Backward("""
            for (var c = 0; c < channels; c++)
            {
                var sum = 0.0;
                for (var o = 0; o < oh * ow; o++)
                {
                    sum += upstream[c, o / ow, o % ow];
                    var p = at[c, o / ow, o % ow];
                    dx[c, p / width, p % width] = sum;
                }
            }
            """));

    [Fact]
    public Task Is_silent_where_a_permutation_is_applied_to_another_array()
        => Verify.IsSilent(PoolingSource.Backward(
            """
            var sorted = new double[ow];
            for (var j = 0; j < ow; j++)
                sorted[_order[j]] = upstream[0, 0, j];
            for (var j = 0; j < ow; j++)
                dx[0, 0, at[0, 0, j]] += sorted[_order[j]];
            """,
            "private readonly int[] _order = [];"));
}
