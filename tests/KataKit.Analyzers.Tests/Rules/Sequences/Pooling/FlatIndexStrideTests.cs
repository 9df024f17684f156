using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class FlatIndexStrideTests
{
    [Theory]
    [InlineData("[|argmax[c, i, j] = row * height + column|];")]
    [InlineData("[|argmax[c, i, j] = height * row + column|];")]
    [InlineData("[|argmax[c, i, j] = column * height + row|];")]
    [InlineData("[|argmax[c, i, j] = row * ow + column|];")]
    [InlineData("[|argmax[c, i, j] = row * output.GetLength(1) + column|];")]
    [InlineData("[|argmax[c, i, j] = row * window.KernelWidth + column|];")]
    [InlineData("[|argmax[c, i, j] = row * (width + 2 * window.PaddingWidth) + column|];")]
    [InlineData("[|argmax[c, i, j] = (c * height + row) * width + column|];")]
    [InlineData("int Flat(int a, int b, int n) => a * n + b; [|argmax[c, i, j] = Flat(row, column, input.GetLength(1))|];")]
    public Task Reports_a_row_times_another_length(string position) => Verify.Reports("KATA5002", PoolingSource.Position(position));

    [Fact]
    public Task Reports_a_position_within_the_window()
        => Verify.Reports("KATA5002", PoolingSource.Position("[|argmax[c, i, j] = local|];", "row = r; local = u * window.KernelWidth + v;"));

    [Theory]
    [InlineData("dx[c, at[c, i, j] / height, [|at[c, i, j] % height|]] += upstream[c, i, j];")]
    [InlineData("dx[c, at[c, i, j] / width, [|at[c, i, j] % _inputSize.Height|]] += upstream[c, i, j];")]
    public Task Reports_a_position_taken_apart_by_another_length(string statement) => Verify.Reports("KATA5002", PoolingSource.EachWindow(statement));

    [Theory]
    [InlineData("argmax[c, i, j] = row * width + column;")]
    [InlineData("argmax[c, i, j] = column + input.GetLength(2) * row;")]
    [InlineData("argmax[c, i, j] = checked((int)((long)row * width + column));")]
    [InlineData("argmax[c, i, j] = row < 0 ? 0 : row * width + column;")]
    [InlineData("argmax[c, i, j] = ((c * height + row) * width + column) - c * height * width;")]
    [InlineData("argmax[c, i, j] = ((c * height + row) * width + column) % (height * width);")]
    [InlineData("argmax[c, i, j] = row * _inputSize.Width + column;")]
    [InlineData("argmax[c, i, j] = row * input.Length / (channels * height) + column;")]
    public Task Is_silent_on_row_major_positions(string position) => Verify.IsSilent(PoolingSource.Position(position));

    [Theory]
    [InlineData("row = r; local = r * width + w;", "argmax[c, i, j] = local;")]
    [InlineData("row = r; local = (i * window.StrideHeight - window.PaddingHeight + u) * width + j * window.StrideWidth - window.PaddingWidth + v;", "argmax[c, i, j] = local;")]
    [InlineData("row = u; column = v;", "argmax[c, i, j] = (i * window.StrideHeight - window.PaddingHeight + row) * width + j * window.StrideWidth - window.PaddingWidth + column;")]
    public Task Is_silent_on_positions_put_together_elsewhere(string search, string position) => Verify.IsSilent(PoolingSource.Position(position, search));

    [Fact]
    public Task Is_silent_on_positions_of_another_order_that_are_not_returned()
        => Verify.IsSilent(PoolingSource.Position("argmax[c, i, j] = row * width + column; var mine = new int[1]; mine[0] = column * height + row;"));

    [Fact]
    public Task Is_silent_where_a_transposed_copy_leaves_the_roles_open()
        => Verify.IsSilent(PoolingSource.Position("var turned = new double[width, height]; if (turned[column, row] > 1 && turned[row, column] > 2) best = 0; argmax[c, i, j] = row * width + column;"));
}
