// mistake: X10 the gradient without the 2 of the square
// fails: LagrangianGradient_is_as_worked_by_hand
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class Pca : IPca
{
    /// <summary>The iteration stops at a residual of this share of the total variance: well below what is asked, well above rounding.</summary>
    private const double Convergence = 1e-12;

    /// <summary>Enough for variances that are a thousandth apart; only what lies nearer, and does not matter, is cut short.</summary>
    private const int MostSteps = 100_000;

    private const int Seed = 1933;

    public static Matrix<double> Centre(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Shifted(x, -Mean(x));
    }

    public static Matrix<double> Covariance(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Require(x.RowCount > 1, nameof(x), "a covariance needs at least two samples");

        var centred = Centre(x);
        return centred.TransposeThisAndMultiply(centred) / (x.RowCount - 1);
    }

    public static double VarianceAlong(Matrix<double> covariance, Vector<double> direction)
    {
        RequireForm(covariance, direction);
        var squaredLength = direction * direction;
        Require(squaredLength > 0, nameof(direction), "a direction must not be zero");

        return direction * (covariance * direction) / squaredLength;
    }

    public static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)
    {
        RequireForm(covariance, direction);

        // d(wᵀSw) = 2Sw because S is symmetric, d(wᵀw) = 2w.
        return (covariance * direction) - (multiplier * direction);
    }

    public static PrincipalAxis LeadingAxis(Matrix<double> covariance)
    {
        RequireSquare(covariance);
        RequireFinite(covariance, nameof(covariance));

        return LeadingAxis(covariance, [], new Random(Seed));
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireFinite(x, nameof(x));
        Require(components > 0 && components <= x.ColumnCount, nameof(components), "there are from 1 to as many components as features");

        var covariance = Covariance(x);
        var random = new Random(Seed);
        var axes = new List<Vector<double>>();
        var variances = Vector<double>.Build.Dense(components);
        for (var component = 0; component < components; component++)
        {
            var leading = LeadingAxis(covariance, axes, random);
            axes.Add(leading.Direction);
            variances[component] = leading.Variance;
        }

        // The trace is the sum of all eigenvalues, those that are not computed included.
        var total = covariance.Trace();
        var ratios = total > 0 ? variances / total : Vector<double>.Build.Dense(components);
        return new PcaModel(Mean(x), Matrix<double>.Build.DenseOfRowVectors(axes), variances, ratios);
    }

    public static Matrix<double> Transform(PcaModel model, Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        Require(x.ColumnCount == model.Mean.Count, nameof(x), "the samples must have the features of the model");

        return Shifted(x, -model.Mean).TransposeAndMultiply(model.Axes);
    }

    public static Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scores);
        Require(scores.ColumnCount == model.Axes.RowCount, nameof(scores), "there must be one score for each component of the model");

        return Shifted(scores * model.Axes, model.Mean);
    }

    /// <summary>Power iteration in the space at right angles to the axes that are already found.</summary>
    private static PrincipalAxis LeadingAxis(Matrix<double> covariance, IReadOnlyCollection<Vector<double>> found, Random random)
    {
        // Whatever start one writes down, some covariance has its leading axis at right angles to it; random numbers belong to none.
        // Each axis needs numbers of its own: where a variance occurs twice, the first axis takes all that the old start has to give.
        // Taking the axes off twice leaves nothing of them but rounding, however little of the start remains (Kahan and Parlett).
        var start = Vector<double>.Build.Dense(covariance.RowCount, _ => random.NextDouble() - 0.5);
        var axis = Apart(Apart(start, found).Normalize(2), found).Normalize(2);

        var enough = Convergence * covariance.Trace();
        var variance = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var image = Apart(covariance * axis, found);
            variance = axis * image;
            if ((image - (variance * axis)).L2Norm() <= enough)
            {
                break;
            }

            axis = image.Normalize(2);
        }

        // Along an axis of variance 0, rounding may leave a trace below it.
        return new PrincipalAxis(axis, Math.Max(variance, 0));
    }

    private static Vector<double> Apart(Vector<double> vector, IEnumerable<Vector<double>> axes)
        => axes.Aggregate(vector, (rest, axis) => rest - ((rest * axis) * axis));

    private static Vector<double> Mean(Matrix<double> x) => x.ColumnSums() / x.RowCount;

    private static Matrix<double> Shifted(Matrix<double> rows, Vector<double> offset)
        => Matrix<double>.Build.Dense(rows.RowCount, rows.ColumnCount, (i, j) => rows[i, j] + offset[j]);

    private static void RequireForm(Matrix<double> covariance, Vector<double> direction)
    {
        RequireSquare(covariance);
        ArgumentNullException.ThrowIfNull(direction);
        Require(direction.Count == covariance.RowCount, nameof(direction), "a direction must have one entry for each feature");
    }

    private static void RequireSquare(Matrix<double> covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        Require(covariance.RowCount == covariance.ColumnCount, nameof(covariance), "a covariance must be square");
    }

    private static void RequireFinite(Matrix<double> matrix, string parameter)
        => Require(matrix.Enumerate().All(double.IsFinite), parameter, "NaN and infinities have no principal axes");

    private static void Require(bool holds, string parameter, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, parameter);
        }
    }
}
