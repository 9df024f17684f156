using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Softmax: distributions, extremes, −∞ and NaN.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    [Fact]
    public void Softmax_turns_logarithms_into_proportions()
    {
        // exp(ln n) = n, so a row of logarithms becomes its numbers divided by their sum: 1+2+3 = 6 and 5+1+4 = 10.
        var logits = Rows(new[,] { { Math.Log(1), Math.Log(2), Math.Log(3) }, { Math.Log(5), Math.Log(1), Math.Log(4) } });
        var expected = Rows(new[,] { { 1 / 6.0, 2 / 6.0, 3 / 6.0 }, { 5 / 10.0, 1 / 10.0, 4 / 10.0 } });
        Close.To(TKata.Softmax(logits), expected, "softmax of the logarithms of a row of numbers is each number's share of the row's sum");
    }

    [Fact]
    public void Softmax_rows_sum_to_one()
        => Property.Holds(
            "softmax gives a distribution over each row",
            seed: 11,
            Logits,
            Show,
            logits => SumToOne(Softmax(logits), "the entries of row"),
            Thinner);

    [Fact]
    public void Softmax_treats_each_row_on_its_own()
        => Property.Holds(
            "a row's softmax does not depend on the other rows",
            seed: 12,
            Logits,
            Show,
            logits =>
            {
                var whole = Softmax(logits);
                for (var i = 0; i < logits.RowCount; i++)
                {
                    var alone = Softmax(logits.SubMatrix(i, 1, 0, logits.ColumnCount));
                    Close.To(
                        whole.SubMatrix(i, 1, 0, logits.ColumnCount),
                        alone,
                        $"row {i} must come out the same with the other rows as without them");
                }
            },
            Thinner);

    [Fact]
    public void Softmax_does_not_change_when_a_row_is_shifted()
        => Property.Holds(
            "softmax depends on the differences within a row only",
            seed: 13,
            Logits,
            Show,
            logits =>
            {
                // Shifts of another size in each row; the largest, 9 000, is far beyond what exp alone can bear.
                var shifted = logits.MapIndexed((i, _, z) => z + (i % 2 == 0 ? 9_000 : -700), Zeros.Include);
                Close.To(
                    Softmax(shifted),
                    Softmax(logits),
                    "adding one number to a whole row must not change its softmax");
            },
            Thinner);

    [Fact]
    public void Softmax_survives_logits_of_ten_thousand()
    {
        // Both rows hold a difference of ln 3, so both are shares of 3 to 1. exp(10 000) is ∞ and exp(−10 000) is 0.
        var logits = Rows(new[,] { { 10_000 + Math.Log(3), 10_000 }, { -10_000 + Math.Log(3), -10_000 } });
        var shares = Softmax(logits);
        Close.To(shares, Rows(new[,] { { 0.75, 0.25 }, { 0.75, 0.25 } }), "large logits must be handled like small ones");
    }

    [Fact]
    public void Softmax_of_one_row_survives_what_another_row_holds()
    {
        // A number that suits one row (its maximum, say) need not suit the next: these two lie 20 000 apart.
        var logits = Rows(new double[,] { { 10_000, 10_000 }, { -10_000, -10_000 }, { 10_000, -10_000 }, { -10_000, 10_000 } });
        var shares = Softmax(logits);
        Close.To(shares, Rows(new[,] { { 0.5, 0.5 }, { 0.5, 0.5 }, { 1, 0 }, { 0, 1 } }), "rows far apart must not disturb each other");
    }

    [Fact]
    public void Softmax_keeps_small_shares_to_full_precision()
    {
        // exp(−600) is 2.65e-261: small, but an ordinary double. exp(−80) / (1 + exp(−80)) differs from exp(−80) by less than rounding.
        var shares = Softmax(Rows(new double[,] { { 0, -80, -600 } }));
        Close.To(
            shares,
            Rows(new[,] { { 1, Math.Exp(-80), Math.Exp(-600) } }),
            "a small share must keep its size relative to the others",
            new Tolerance(0, 1e-9));
    }

    [Fact]
    public void Softmax_gives_minus_infinity_a_share_of_exactly_zero()
    {
        const double None = double.NegativeInfinity;
        var logits = Rows(new[,] { { None, Math.Log(1), Math.Log(3) }, { 5, None, None }, { -10_000, None, -10_000 } });
        var shares = Softmax(logits);
        Close.To(
            shares,
            Rows(new[,] { { 0, 0.25, 0.75 }, { 1, 0, 0 }, { 0.5, 0, 0.5 } }),
            "the finite logits share the row among themselves");
        foreach (var (i, j) in new[] { (0, 0), (1, 1), (1, 2), (2, 1) })
        {
            Close.To(shares[i, j], 0, $"the −∞ at [{i}, {j}] takes no part, its share must be exactly 0", Exact);
        }
    }

    [Fact]
    public void Softmax_of_a_row_of_minus_infinity_is_a_row_of_zeros()
    {
        const double None = double.NegativeInfinity;
        var shares = TKata.Softmax(Rows(new[,] { { None, None }, { Math.Log(1), Math.Log(3) } }));
        Close.To(
            shares,
            Rows(new[,] { { 0, 0 }, { 0.25, 0.75 } }),
            "a row in which nothing takes part must be all 0 (−∞ − −∞ is NaN), and the other rows are as ever");
    }

    [Fact]
    public void Softmax_answers_NaN_with_a_row_of_NaN()
    {
        const double None = double.NegativeInfinity;
        const double Nan = double.NaN;
        var shares = TKata.Softmax(Rows(new[,]
        {
            { 1, 2, Nan },
            { Nan, None, None },
            { None, Nan, None },
            { Math.Log(1), Math.Log(3), None },
        }));
        Close.To(
            shares,
            Rows(new[,] { { Nan, Nan, Nan }, { Nan, Nan, Nan }, { Nan, Nan, Nan }, { 0.25, 0.75, 0 } }),
            "NaN must not be lost: it makes its whole row NaN, and no other row");
    }

    [Fact]
    public void Softmax_answers_plus_infinity_with_a_row_of_NaN()
    {
        const double None = double.NegativeInfinity;
        const double Nan = double.NaN;
        var shares = TKata.Softmax(Rows(new[,] { { double.PositiveInfinity, 2, None }, { Math.Log(3), Math.Log(1), None } }));
        Close.To(
            shares,
            Rows(new[,] { { Nan, Nan, Nan }, { 0.75, 0.25, 0 } }),
            "+∞ is no logit: it makes its whole row NaN, and no other row");
    }

    [Fact]
    public void Softmax_of_equal_logits_is_uniform()
        => Close.To(
            TKata.Softmax(Matrix<double>.Build.Dense(2, 5, -3.5)),
            Matrix<double>.Build.Dense(2, 5, 0.2),
            "equal logits must get equal shares");

    [Fact]
    public void Softmax_of_one_column_is_one()
        => Close.To(
            TKata.Softmax(Rows(new double[,] { { 7 }, { -10_000 }, { 0 } })),
            Matrix<double>.Build.Dense(3, 1, 1),
            "a row's only entry must get the whole share");
}
