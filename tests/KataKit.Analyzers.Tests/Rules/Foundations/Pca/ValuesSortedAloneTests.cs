using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class ValuesSortedAloneTests
{
    [Theory]
    [InlineData("var values = evd.EigenValues.Select(z => z.Real).ToArray(); [|Array.Sort(values)|]; Array.Reverse(values);", "values[i]")]
    [InlineData("var values = evd.EigenValues.Select(z => z.Real).ToList(); [|values.Sort()|]; values.Reverse();", "values[i]")]
    [InlineData("var values = [|evd.EigenValues.Select(z => z.Real).OrderByDescending(z => z)|].ToArray();", "values[i]")]
    [InlineData("var values = [|evd.EigenValues.Select(z => z.Real).Order()|].ToArray();", "values[d - 1 - i]")]
    public Task Reports_sorted_values_beside_the_vectors_of_the_library(string sort, string at)
        => Verify.Reports(
            "KATA4006",
            PcaSource.Library($$"""
                {{sort}}
                var axes = Matrix<double>.Build.Dense(components, d, (i, j) => Pick(evd.EigenVectors, j, i));
                double Pick(Matrix<double> m, int r, int c) => m[r, c];
                var variances = Vector<double>.Build.Dense(components, i => {{at}});
                """, "Symmetricity.Asymmetric"));

    [Theory]
    [InlineData("v[j, i]", "a[order[i], order[i]]")]
    [InlineData("v[j, order[i]]", "a[i, i]")]
    public Task Reports_an_order_that_picks_one_half(string axis, string variance)
        => Verify.Reports("KATA4006", PcaSource.Own($"""
            var order = [|Enumerable.Range(0, d).OrderByDescending(k => a[k, k])|].ToArray();
            var axes = Matrix<double>.Build.Dense(components, d, (i, j) => {axis});
            var variances = Vector<double>.Build.Dense(components, i => {variance});
            """));

    [Theory]
    [InlineData("var order = Enumerable.Range(0, d).OrderByDescending(k => a[k, k]).ToArray(); var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, order[i]]); var variances = Vector<double>.Build.Dense(components, i => a[order[i], order[i]]);")]
    [InlineData("var keys = Enumerable.Range(0, d).Select(k => -a[k, k]).ToArray(); var at = Enumerable.Range(0, d).ToArray(); Array.Sort(keys, at); var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, at[i]]); var variances = Vector<double>.Build.Dense(components, i => -keys[i]);")]
    [InlineData("var order = Enumerable.Range(0, d).OrderByDescending(k => a[k, k]).ToArray(); var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, order[i]]); var variances = Vector<double>.Build.Dense(components, i => axes.Row(i) * (s * axes.Row(i)));")]
    [InlineData("var order = Enumerable.Range(0, d).OrderByDescending(k => a[k, k]).ToArray(); var sorted = new double[d, d]; for (var i = 0; i < d; i++) for (var j = 0; j < d; j++) sorted[i, j] = v[j, order[i]]; var axes = Matrix<double>.Build.Dense(components, d, (i, j) => sorted[i, j]); var variances = Vector<double>.Build.Dense(components, i => a[order[i], order[i]]);")]
    [InlineData("var pairs = Enumerable.Range(0, d).Select(k => (Value: a[k, k], At: k)).OrderByDescending(p => p.Value).Take(components).ToList(); var axes = Matrix<double>.Build.Dense(components, d, (i, j) => v[j, pairs[i].At]); var variances = Vector<double>.Build.DenseOfEnumerable(pairs.Select(p => p.Value));")]
    public Task Is_silent_where_both_halves_move(string outputs) => Verify.IsSilent(PcaSource.Own(outputs));

    [Fact]
    public Task Is_silent_where_one_half_is_sorted_and_the_other_turned()
        => Verify.IsSilent(
            PcaSource.Library("""
                var values = evd.EigenValues.Select(z => z.Real).ToArray();
                Array.Sort(values);
                Array.Reverse(values);
                var axes = Matrix<double>.Build.Dense(components, d, (i, j) => evd.EigenVectors[j, d - 1 - i]);
                var variances = Vector<double>.Build.Dense(components, i => values[i]);
                """));
}
