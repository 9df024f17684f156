using System.Globalization;
using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the self-attention kata: <see cref="ISelfAttention"/> member by member, in building order. A test calls the
/// one member that its name begins with, so that red and green follow what has been written.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class SelfAttentionSpec<TKata>
    where TKata : ISelfAttention
{
    /// <summary>For results that the contract fixes to the last bit: zero weights, untouched inputs.</summary>
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>For sums of a few numbers between 0 and 1, where a thousandth of a millionth of a millionth is already an error.</summary>
    private static readonly Tolerance Rounding = new(1e-12, 0);

    /// <summary>Requires that every entry is a number: two answers that are both NaN would compare as equal.</summary>
    private static Matrix<double> Finite(Matrix<double>? matrix, string what)
    {
        if (matrix is null)
        {
            throw new SpecFailureException($"{what} must not be null.");
        }

        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < matrix.ColumnCount; j++)
            {
                if (!double.IsFinite(matrix[i, j]))
                {
                    var found = matrix[i, j].ToString(CultureInfo.InvariantCulture);
                    throw new SpecFailureException($"{what} must be finite, but [{i}, {j}] is {found}.");
                }
            }
        }

        return matrix;
    }

    private static AttentionResult Finite(AttentionResult? result)
    {
        if (result is null)
        {
            throw new SpecFailureException("Attend must not return null.");
        }

        return new AttentionResult(Finite(result.Weights, "The weights"), Finite(result.Output, "The output"));
    }

    /// <summary>Calls the answer with copies, so that one which writes to its inputs cannot change what it is compared with.</summary>
    private static AttentionResult Attend(AttendCase sample)
        => Finite(TKata.Attend(sample.Queries.Clone(), sample.Keys.Clone(), sample.Values.Clone(), (bool[,]?)sample.Mask?.Clone()));

    private static Matrix<double> Forward(ForwardCase sample)
        => Finite(
            TKata.Forward(
                sample.X.Clone(),
                sample.Wq.Clone(),
                sample.Wk.Clone(),
                sample.Wv.Clone(),
                sample.Wo.Clone(),
                sample.Heads,
                (bool[,]?)sample.Mask?.Clone()),
            "The output");

    private static Matrix<double> Softmax(Matrix<double> logits) => Finite(TKata.Softmax(logits.Clone()), "Softmax");

    private static void SumToOne(Matrix<double> weights, string whose)
    {
        for (var i = 0; i < weights.RowCount; i++)
        {
            Close.To(weights.Row(i).Sum() - 1, 0, $"{whose} {i} must sum to 1, they are shares of one whole; the sum less 1", Rounding);
            Close.To(Math.Min(weights.Row(i).Minimum(), 0), 0, $"{whose} {i} must not be negative", Exact);
        }
    }
}
