using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class RowsForEigenvectorsTests
{
    private const string Values = "var variances = Vector<double>.Build.Dense(components, i => evd.EigenValues[d - 1 - i].Real);";
    private const string Order = "var order = Enumerable.Range(0, d).OrderByDescending(k => a[k, k]).ToArray(); var variances = Vector<double>.Build.Dense(components, i => a[order[i], order[i]]);";

    [Theory]
    [InlineData("var axes = [|Matrix<double>.Build.Dense(components, d, (i, j) => evd.EigenVectors[d - 1 - i, j])|];")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(1, components).Select(k => [|evd.EigenVectors.Row(d - k)|]));")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors([|evd.EigenVectors.EnumerateRows()|].Reverse().Take(components));")]
    public Task Reports_rows_of_the_library(string axes) => Verify.Reports("KATA4007", PcaSource.Library(axes + Values));

    [Fact]
    public Task Reports_rows_of_an_array_whose_columns_are_rotated()
        => Verify.Reports("KATA4007", PcaSource.Own(Order + "var axes = [|Matrix<double>.Build.Dense(components, d, (i, j) => v[order[i], j])|];"));

    [Theory]
    [InlineData("var axes = Matrix<double>.Build.Dense(components, d, (i, j) => evd.EigenVectors[j, d - 1 - i]);")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(1, components).Select(k => evd.EigenVectors.Transpose().Row(d - k)));")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(1, components).Select(k => evd.EigenVectors.Column(d - k)));")]
    public Task Is_silent_on_columns(string axes) => Verify.IsSilent(PcaSource.Library(axes + Values));

    [Fact]
    public Task Is_silent_on_own_columns()
        => Verify.IsSilent(PcaSource.Own(Order + "var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, order[i]]);"));

    [Fact]
    public Task Is_silent_where_rows_are_rotated()
        => Verify.IsSilent(PcaSource.Own(Order + "var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[order[i], j]);")
            .Replace("(v[k, p], v[k, q]) = (cos * v[k, p] + sin * v[k, q], cos * v[k, q] - sin * v[k, p]);", "(v[p, k], v[q, k]) = (cos * v[p, k] + sin * v[q, k], cos * v[q, k] - sin * v[p, k]);", StringComparison.Ordinal));
}
