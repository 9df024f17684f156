using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

/// <summary>The solution of the PCA kata with another <c>Fit</c>.</summary>
internal static class PcaSource
{
    /// <summary>A fit by the library: <c>evd</c> is its decomposition, <c>d</c> the number of features; what is given declares <c>axes</c> and <c>variances</c>.</summary>
    public static string Library(string outputs, string kind = "Symmetricity.Symmetric")
        => KataSource.WithBody(
            "Pca",
            "Fit",
            $$"""
            var s = Covariance(x);
            var d = x.ColumnCount;
            var evd = s.Evd({{kind}});
            {{outputs}}
            return new PcaModel(Mean(x), axes, variances, variances / s.Trace());
            """);

    /// <summary>A fit by rotations: <c>a</c> is the rotated covariance, <c>v</c> holds the eigenvectors as columns.</summary>
    public static string Own(string outputs)
        => KataSource.WithBody(
            "Pca",
            "Fit",
            $$"""
            var s = Covariance(x);
            var d = x.ColumnCount;
            var a = s.ToArray();
            var v = new double[d, d];
            for (var i = 0; i < d; i++) v[i, i] = 1;
            for (var sweep = 0; sweep < 50; sweep++)
                for (var p = 0; p < d; p++)
                    for (var q = p + 1; q < d; q++)
                    {
                        var t = Math.Atan2(2 * a[p, q], a[p, p] - a[q, q]) / 2;
                        var (cos, sin) = (Math.Cos(t), Math.Sin(t));
                        for (var k = 0; k < d; k++) (a[k, p], a[k, q]) = (cos * a[k, p] + sin * a[k, q], cos * a[k, q] - sin * a[k, p]);
                        for (var k = 0; k < d; k++)
                        {
                            (a[p, k], a[q, k]) = (cos * a[p, k] + sin * a[q, k], cos * a[q, k] - sin * a[p, k]);
                            (v[k, p], v[k, q]) = (cos * v[k, p] + sin * v[k, q], cos * v[k, q] - sin * v[k, p]);
                        }
                    }

            {{outputs}}
            return new PcaModel(Mean(x), axes, variances, variances / s.Trace());
            """);
}
