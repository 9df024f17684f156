using FluentAssertions;
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace KataKit.Specs;

/// <summary>The hidden tests of the self-attention kata.</summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract class SelfAttentionSpec<TKata>
    where TKata : ISelfAttention
{
    [Fact]
    public void Softmax_rows_sum_to_one()
    {
        var weights = TKata.Softmax(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { -1, 0, 4 } }));
        weights.RowSums().Should().OnlyContain(sum => Math.Abs(sum - 1) < 1e-12, "softmax gives a distribution over each row");
    }
}
