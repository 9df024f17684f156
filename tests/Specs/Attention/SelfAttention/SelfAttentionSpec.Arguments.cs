using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right: who is blamed, and with what.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    [Fact]
    public void Softmax_rejects_null() => Rejects.Null("logits", () => TKata.Softmax(null!));

    [Fact]
    public void Attend_rejects_null()
    {
        var matrix = Sized(2, 2);
        Rejects.Null("queries", () => TKata.Attend(null!, matrix, matrix));
        Rejects.Null("keys", () => TKata.Attend(matrix, null!, matrix));
        Rejects.Null("values", () => TKata.Attend(matrix, matrix, null!));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Attend_rejects_keys_that_are_not_as_long_as_queries(int keyLength)
        => Rejects.Argument(
            "keys",
            $"keys of {keyLength} columns for queries of 4",
            () => TKata.Attend(Sized(2, 4), Sized(3, keyLength), Sized(3, 2)));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Attend_rejects_values_that_do_not_pair_with_keys(int valueCount)
        => Rejects.Argument(
            "values",
            $"{valueCount} values for 3 keys",
            () => TKata.Attend(Sized(2, 4), Sized(3, 4), Sized(valueCount, 2)));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    public void Attend_rejects_a_mask_of_another_shape(int rows, int columns)
        => Rejects.Argument(
            "mask",
            $"a {rows} × {columns} mask for 2 queries and 3 keys",
            () => TKata.Attend(Sized(2, 4), Sized(3, 4), Sized(3, 2), new bool[rows, columns]));

    [Fact]
    public void Forward_rejects_null()
    {
        var matrix = Sized(2, 2);
        Rejects.Null("x", () => TKata.Forward(null!, matrix, matrix, matrix, matrix, 1));
        Rejects.Null("wq", () => TKata.Forward(matrix, null!, matrix, matrix, matrix, 1));
        Rejects.Null("wk", () => TKata.Forward(matrix, matrix, null!, matrix, matrix, 1));
        Rejects.Null("wv", () => TKata.Forward(matrix, matrix, matrix, null!, matrix, 1));
        Rejects.Null("wo", () => TKata.Forward(matrix, matrix, matrix, matrix, null!, 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Forward_rejects_heads_that_do_not_divide_the_width(int heads)
        => Rejects.Argument(
            "heads",
            $"{heads} heads for a d_model of 4",
            () => TKata.Forward(Sized(3, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), heads));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-2)]
    public void Forward_rejects_heads_that_are_not_positive(int heads)
        => Rejects.Argument(
            "heads",
            $"{heads} heads (−2 divides a d_model of 4 without remainder, and is still no number of heads)",
            () => TKata.Forward(Sized(3, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), heads));

    [Theory]
    [InlineData("wq")]
    [InlineData("wk")]
    [InlineData("wv")]
    [InlineData("wo")]
    public void Forward_rejects_a_projection_that_is_not_square_in_the_width(string blamed)
    {
        foreach (var (rows, columns) in new[] { (4, 6), (6, 4), (6, 6), (2, 2), (4, 2) })
        {
            Matrix<double> Projection(string name) => name == blamed ? Sized(rows, columns) : Sized(4, 4);
            Rejects.Argument(
                blamed,
                $"a {rows} × {columns} projection {blamed} for a d_model of 4",
                () => TKata.Forward(Sized(3, 4), Projection("wq"), Projection("wk"), Projection("wv"), Projection("wo"), 2));
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(2, 2)]
    public void Forward_rejects_a_mask_of_another_shape(int rows, int columns)
        => Rejects.Argument(
            "mask",
            $"a {rows} × {columns} mask for 3 tokens",
            () => TKata.Forward(Sized(3, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), Sized(4, 4), 2, new bool[rows, columns]));

    private static Matrix<double> Sized(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns);
}
