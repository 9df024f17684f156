using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class EveryTieReceivesTests
{
    private const string Fields = "private double[,,] _x = new double[0, 0, 0]; private double[,,] _y = new double[0, 0, 0];";

    [Theory]
    [InlineData("if ([|_x[c, i + u, j + v] == _y[c, i, j]|]) dx[c, i + u, j + v] += upstream[c, i, j];")]
    [InlineData("if (!([|_x[c, i + u, j + v] != _y[c, i, j]|])) dx[c, i + u, j + v] += upstream[c, i, j];")]
    [InlineData("var (r, w) = (i + u, j + v); var isMaximum = [|_y[c, i, j].Equals(_x[c, r, w])|]; if (isMaximum) dx[c, r, w] += upstream[c, i, j];")]
    public Task Reports_a_test_of_equality(string cell) => Verify.Reports("KATA5001", Cells(cell));

    [Theory]
    [InlineData("if (_x[c, i + u, j + v] == _y[c, i, j] && at[c, i, j] == (i + u) * width + j + v) dx[c, i + u, j + v] += upstream[c, i, j];")]
    [InlineData("if (!given && _x[c, i + u, j + v] == _y[c, i, j]) { dx[c, i + u, j + v] += upstream[c, i, j]; given = true; }")]
    [InlineData("if (v == 0 && _x[c, i + u, j + v] == _y[c, i, j]) { dx[c, i + u, j + v] += upstream[c, i, j]; break; }")]
    [InlineData("if (_x[c, i + u, j + v] == _y[c, i, j]) count++;")]
    public Task Is_silent_where_one_cell_is_singled_out(string cell) => Verify.IsSilent(Cells(cell));

    [Fact]
    public Task Is_silent_on_positions_that_were_saved()
        => Verify.IsSilent(PoolingSource.EachWindow("if (upstream[c, i, j] != 0) dx[c, at[c, i, j] / width, at[c, i, j] % width] += upstream[c, i, j];"));

    private static string Cells(string cell)
        => PoolingSource.EachWindow(
            $$"""
            var (given, count) = (false, 0);
            for (var u = 0; u < 2; u++)
                for (var v = 0; v < 2; v++)
                {
                    {{cell}}
                }

            if (given || count > 4) continue;
            """,
            Fields);
}
