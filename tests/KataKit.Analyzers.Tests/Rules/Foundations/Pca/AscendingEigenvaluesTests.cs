using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class AscendingEigenvaluesTests
{
    private const string Values = "var variances = Vector<double>.Build.Dense(components, i => evd.EigenValues[i].Real);";

    [Theory]
    [InlineData("var axes = [|evd.EigenVectors|].SubMatrix(0, d, 0, components).Transpose();")]
    [InlineData("var axes = [|evd.EigenVectors|].Transpose().SubMatrix(0, components, 0, d);")]
    [InlineData("var v = [|evd.EigenVectors|]; var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, i]);")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors([|evd.EigenVectors|].EnumerateColumns().Take(components));")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(0, components).Select(k => [|evd.EigenVectors|].Column(k)));")]
    public Task Reports_the_first_columns_of_the_library(string axes)
        => Verify.Reports("KATA4005", PcaSource.Library(axes + Values));

    [Fact]
    public Task Reports_an_order_that_was_sorted_upwards()
        => Verify.Reports("KATA4005", PcaSource.Own("""
            var order = [|Enumerable.Range(0, d).OrderBy(k => a[k, k])|].ToArray();
            var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, order[i]]);
            var variances = Vector<double>.Build.Dense(components, i => a[order[i], order[i]]);
            """));

    [Theory]
    [InlineData("var axes = Matrix<double>.Build.Dense(components, d, (i, j) => evd.EigenVectors[j, d - 1 - i]);")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(evd.EigenVectors.EnumerateColumns().Reverse().Take(components));")]
    [InlineData("var axes = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(1, components).Select(k => evd.EigenVectors.Column(d - k)));")]
    [InlineData("var order = Enumerable.Range(0, d).OrderByDescending(k => evd.EigenValues[k].Real).ToArray(); var axes = Matrix<double>.Build.Dense(components, d, (i, j) => evd.EigenVectors[j, order[i]]);")]
    [InlineData("var columns = evd.EigenVectors.EnumerateColumns().ToArray(); Array.Reverse(columns); var axes = Matrix<double>.Build.DenseOfRowVectors(columns.Take(components));")]
    [InlineData("var last = evd.EigenVectors.SubMatrix(0, d, d - components, components); var axes = Matrix<double>.Build.DenseOfRowVectors(last.EnumerateColumns().Reverse());")]
    public Task Is_silent_where_the_order_is_turned(string axes)
        => Verify.IsSilent(PcaSource.Library(axes + "var variances = Vector<double>.Build.Dense(components, i => evd.EigenValues[d - 1 - i].Real);"));

    [Fact]
    public Task Is_silent_on_singular_values_which_descend()
        => Verify.IsSilent(
            PcaSource.Library("var svd = s.Svd(); var axes = svd.VT.SubMatrix(0, components, 0, d); var variances = svd.S.SubVector(0, components);"), "KATA0012");

    [Fact]
    public Task Is_silent_on_a_negated_matrix()
        => Verify.IsSilent(
            PcaSource.Library("var turned = (-s).Evd(); var axes = turned.EigenVectors.SubMatrix(0, d, 0, components).Transpose(); var variances = -turned.EigenValues.Map(z => z.Real).SubVector(0, components);"), "KATA0012");

    [Theory]
    [InlineData("OrderByDescending(k => a[k, k]).ToArray()", "order[i]")]
    [InlineData("OrderBy(k => -a[k, k]).ToArray()", "order[i]")]
    [InlineData("OrderBy(k => a[k, k]).Reverse().ToArray()", "order[i]")]
    [InlineData("OrderBy(k => a[k, k]).ToArray()", "order[d - 1 - i]")]
    [InlineData("OrderBy(k => a[k, k]).ToArray()", "order[^(i + 1)]")]
    public Task Is_silent_on_orders_that_go_down(string sort, string at)
        => Verify.IsSilent(PcaSource.Own($"""
            var order = Enumerable.Range(0, d).{sort};
            var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, {at}]);
            var variances = Vector<double>.Build.Dense(components, i => a[{at}, {at}]);
            """));
}
