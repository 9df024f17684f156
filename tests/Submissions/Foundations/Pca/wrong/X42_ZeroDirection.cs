// mistake: X42 the zero vector gives 0 / 0
// fails: VarianceAlong_rejects_a_direction_of_zero
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class Pca : IPca
{
    public static Matrix<double> Centre(Matrix<double> x)
    {
        if (x is null) throw new ArgumentNullException(nameof(x));
        var mean = Means(x);
        var centred = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount);
        for (var i = 0; i < x.RowCount; i++)
        {
            for (var j = 0; j < x.ColumnCount; j++)
            {
                centred[i, j] = x[i, j] - mean[j];
            }
        }

        return centred;
    }

    public static Matrix<double> Covariance(Matrix<double> x)
    {
        if (x is null) throw new ArgumentNullException(nameof(x));
        if (x.RowCount < 2) throw new ArgumentException("at least two samples", nameof(x));
        var centred = Centre(x);
        var n = x.RowCount;
        var d = x.ColumnCount;
        var s = Matrix<double>.Build.Dense(d, d);
        for (var a = 0; a < d; a++)
        {
            for (var b = 0; b < d; b++)
            {
                var sum = 0.0;
                for (var i = 0; i < n; i++)
                {
                    sum += centred[i, a] * centred[i, b];
                }

                s[a, b] = sum / (n - 1);
            }
        }

        return s;
    }

    public static double VarianceAlong(Matrix<double> covariance, Vector<double> direction)
    {
        Check(covariance, direction);
        double top = 0, bottom = 0;
        for (var a = 0; a < direction.Count; a++)
        {
            for (var b = 0; b < direction.Count; b++)
            {
                top += direction[a] * covariance[a, b] * direction[b];
            }

            bottom += direction[a] * direction[a];
        }

        return top / bottom;
    }

    public static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)
    {
        Check(covariance, direction);
        var gradient = Vector<double>.Build.Dense(direction.Count);
        for (var a = 0; a < direction.Count; a++)
        {
            var sum = 0.0;
            for (var b = 0; b < direction.Count; b++)
            {
                sum += covariance[a, b] * direction[b];
            }

            gradient[a] = 2 * sum - 2 * multiplier * direction[a];
        }

        return gradient;
    }

    public static PrincipalAxis LeadingAxis(Matrix<double> covariance)
    {
        CheckSquare(covariance);
        CheckFinite(covariance, nameof(covariance));
        var axis = Iterate(covariance.ToArray(), new List<double[]>(), covariance.Trace(), new Random(7), out var variance);
        return new PrincipalAxis(Vector<double>.Build.Dense(axis), variance);
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        if (x is null) throw new ArgumentNullException(nameof(x));
        CheckFinite(x, nameof(x));
        if (components < 1 || components > x.ColumnCount) throw new ArgumentOutOfRangeException(nameof(components));

        var s = Covariance(x).ToArray();
        var d = x.ColumnCount;
        var total = 0.0;
        for (var j = 0; j < d; j++)
        {
            total += s[j, j];
        }

        var random = new Random(7);
        var found = new List<double[]>();
        var axes = Matrix<double>.Build.Dense(components, d);
        var variances = Vector<double>.Build.Dense(components);
        var ratios = Vector<double>.Build.Dense(components);
        for (var c = 0; c < components; c++)
        {
            var w = Iterate(s, found, total, random, out var variance);
            found.Add(w);
            variances[c] = variance;
            ratios[c] = total > 0 ? variance / total : 0;
            for (var a = 0; a < d; a++)
            {
                axes[c, a] = w[a];
                for (var b = 0; b < d; b++)
                {
                    s[a, b] -= variance * w[a] * w[b];
                }
            }
        }

        return new PcaModel(Vector<double>.Build.Dense(Means(x)), axes, variances, ratios);
    }

    public static Matrix<double> Transform(PcaModel model, Matrix<double> x)
    {
        if (model is null) throw new ArgumentNullException(nameof(model));
        if (x is null) throw new ArgumentNullException(nameof(x));
        if (x.ColumnCount != model.Mean.Count) throw new ArgumentException("other features", nameof(x));
        var scores = Matrix<double>.Build.Dense(x.RowCount, model.Axes.RowCount);
        for (var i = 0; i < x.RowCount; i++)
        {
            for (var c = 0; c < model.Axes.RowCount; c++)
            {
                for (var j = 0; j < x.ColumnCount; j++)
                {
                    scores[i, c] += (x[i, j] - model.Mean[j]) * model.Axes[c, j];
                }
            }
        }

        return scores;
    }

    public static Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)
    {
        if (model is null) throw new ArgumentNullException(nameof(model));
        if (scores is null) throw new ArgumentNullException(nameof(scores));
        if (scores.ColumnCount != model.Axes.RowCount) throw new ArgumentException("other components", nameof(scores));
        var points = Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count);
        for (var i = 0; i < scores.RowCount; i++)
        {
            for (var j = 0; j < model.Mean.Count; j++)
            {
                var sum = model.Mean[j];
                for (var c = 0; c < scores.ColumnCount; c++)
                {
                    sum += scores[i, c] * model.Axes[c, j];
                }

                points[i, j] = sum;
            }
        }

        return points;
    }

    private static double[] Iterate(double[,] s, List<double[]> found, double scale, Random random, out double variance)
    {
        var d = s.GetLength(0);
        var w = new double[d];
        for (var j = 0; j < d; j++)
        {
            w[j] = random.NextDouble() * 2 - 1;
        }

        Orthogonalise(w, found);
        Normalise(w);
        Orthogonalise(w, found);
        Normalise(w);
        variance = 0;
        for (var step = 0; step < 20_000; step++)
        {
            var next = new double[d];
            for (var a = 0; a < d; a++)
            {
                for (var b = 0; b < d; b++)
                {
                    next[a] += s[a, b] * w[b];
                }
            }

            Orthogonalise(next, found);
            variance = Normalise(next);
            if (variance <= 1e-14 * scale)
            {
                variance = 0;
                return w;
            }

            var moved = 0.0;
            for (var j = 0; j < d; j++)
            {
                moved = Math.Max(moved, Math.Abs(next[j] - w[j]));
            }

            w = next;
            if (moved < 1e-12)
            {
                break;
            }
        }

        return w;
    }

    private static void Orthogonalise(double[] w, List<double[]> found)
    {
        foreach (var axis in found)
        {
            var dot = 0.0;
            for (var j = 0; j < w.Length; j++)
            {
                dot += w[j] * axis[j];
            }

            for (var j = 0; j < w.Length; j++)
            {
                w[j] -= dot * axis[j];
            }
        }
    }

    private static double Normalise(double[] w)
    {
        var sum = 0.0;
        for (var j = 0; j < w.Length; j++)
        {
            sum += w[j] * w[j];
        }

        var norm = Math.Sqrt(sum);
        for (var j = 0; j < w.Length && norm > 0; j++)
        {
            w[j] /= norm;
        }

        return norm;
    }

    private static double[] Means(Matrix<double> x)
    {
        var mean = new double[x.ColumnCount];
        for (var j = 0; j < x.ColumnCount; j++)
        {
            for (var i = 0; i < x.RowCount; i++)
            {
                mean[j] += x[i, j];
            }

            mean[j] /= x.RowCount;
        }

        return mean;
    }

    private static void Check(Matrix<double> covariance, Vector<double> direction)
    {
        CheckSquare(covariance);
        if (direction is null) throw new ArgumentNullException(nameof(direction));
        if (direction.Count != covariance.ColumnCount) throw new ArgumentException("one entry a feature", nameof(direction));
    }

    private static void CheckSquare(Matrix<double> covariance)
    {
        if (covariance is null) throw new ArgumentNullException(nameof(covariance));
        if (covariance.RowCount != covariance.ColumnCount) throw new ArgumentException("square", nameof(covariance));
    }

    private static void CheckFinite(Matrix<double> matrix, string name)
    {
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < matrix.ColumnCount; j++)
            {
                if (double.IsNaN(matrix[i, j]) || double.IsInfinity(matrix[i, j])) throw new ArgumentException("finite entries only", name);
            }
        }
    }
}
