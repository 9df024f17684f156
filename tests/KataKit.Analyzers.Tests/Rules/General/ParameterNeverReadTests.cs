using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ParameterNeverReadTests
{
    private const string Signature = "public static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)";

    [Theory]
    [InlineData("[|covariance|]", "direction", "return 2 * multiplier * direction;")]
    [InlineData("[|covariance|]", "direction", "ArgumentNullException.ThrowIfNull(covariance); if (covariance.RowCount != direction.Count) throw new ArgumentException(\"shape\", nameof(covariance)); return 2 * multiplier * direction;")]
    [InlineData("covariance", "[|direction|]", "RequireForm(covariance, direction); return covariance.Row(0) * multiplier;")]
    [InlineData("covariance", "[|direction|]", "if (direction is null) throw new ArgumentNullException(nameof(direction)); var n = direction.Count; return covariance.Row(n - 1) * multiplier;")]
    public Task Reports_a_parameter_that_is_asked_for_its_shape_at_most(string covariance, string direction, string body)
        => Verify.Reports("KATA0011", Source(covariance, direction, body));

    [Theory]
    [InlineData("both are read", "return 2 * ((covariance * direction) - (multiplier * direction));")]
    [InlineData("read in a helper", "return Times(covariance, direction) * multiplier; static Vector<double> Times(Matrix<double> m, Vector<double> v) => m * v;")]
    [InlineData("read through another name", "var (s, w) = (covariance, direction); return s * w * multiplier;")]
    [InlineData("read in a lambda", "return Vector<double>.Build.Dense(direction.Count, i => covariance[i, i] * direction[i] * multiplier);")]
    [InlineData("given to a library", "return covariance.Multiply(direction) * multiplier;")]
    [InlineData("read as a sequence", "return covariance * Vector<double>.Build.DenseOfEnumerable(direction.Select(x => x * multiplier));")]
    [InlineData("not written yet", "throw new NotImplementedException();")]
    public Task Is_silent_when(string what, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source("covariance", "direction", body));
    }

    private static string Source(string covariance, string direction, string body)
    {
        var source = KataSource.WithBody("Pca", "LagrangianGradient", body);
        Assert.Contains(Signature, source, StringComparison.Ordinal);
        return source.Replace(Signature, Signature.Replace("> covariance", "> " + covariance).Replace("> direction", "> " + direction));
    }
}
