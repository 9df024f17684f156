using FluentAssertions;
using KataKit.Analyzers.Tests.Rules.Sequences.Pooling;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ScatterOverwritesFixTests
{
    [Theory]
    [InlineData("dx[c, at[c, i, j] / width, at[c, i, j] % width] = upstream[c, i, j];", "dx[c, at[c, i, j] / width, at[c, i, j] % width] += upstream[c, i, j];")]
    [InlineData("var p = at[c, i, j]; dx[c, p / width, p % width] /* here */ = upstream[c, i, j];", "var p = at[c, i, j]; dx[c, p / width, p % width] /* here */ += upstream[c, i, j];")]
    public Task Adds(string before, string after) => Verify.Fixes_to(PoolingSource.EachWindow(before), PoolingSource.EachWindow(after));

    [Fact]
    public async Task Is_not_offered_where_one_of_a_group_is_picked()
        => (await Verify.FixedText(KataSource.Wrong("MaxPool", "POOL3_FirstOfGroup"))).Should().BeNull();
}
