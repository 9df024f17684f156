using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class LibraryCallIsTheExerciseTests
{
    [Theory]
    [InlineData("var v = [|covariance.Svd()|].U.Column(0); return new PrincipalAxis(v, v * (covariance * v));")]
    [InlineData("var v = Vectors(covariance).Column(0); return new PrincipalAxis(v, 1); Matrix<double> Vectors(Matrix<double> m) => [|m.Svd()|].VT;")]
    [InlineData("var m = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfMatrix(covariance); var v = [|m.Svd()|].U.Column(0); return new PrincipalAxis(v, 1);")]
    public Task Reports_a_decomposition_in_pca(string body) => Verify.Reports("KATA0012", KataSource.WithBody("Pca", "LeadingAxis", body));

    [Fact]
    public Task Reports_a_minimiser()
        => Verify.Reports("KATA0012", KataSource.WithBody(
            "FunctionMinimization", "GoldenSection", "var x = [|MathNet.Numerics.FindMinimum.OfScalarFunctionConstrained(f, a, b)|]; return new Minimum(x, f(x));"));

    [Theory]
    [InlineData("[|nodes.Reverse()|];")]
    [InlineData("var turned = [|Enumerable.Reverse(nodes)|].ToList();")]
    [InlineData("var turned = nodes.ToArray(); [|Array.Reverse(turned)|];")]
    public Task Reports_a_reversal_of_a_list(string statement)
        => Verify.Reports("KATA0012", KataSource.WithBody("ReverseLinkedList", "Reverse", "var nodes = new List<ListNode>();" + statement + "return head;"));

    [Fact]
    public Task Reports_a_tokenizer_library()
        => Verify.Reports("KATA0012", KataSource.Solution("BpeTokenizer")
            .Replace("namespace KataKit.Katas;", "namespace KataKit.Katas { ", StringComparison.Ordinal)
            .Replace("        ArgumentNullException.ThrowIfNull(text);", "        ArgumentNullException.ThrowIfNull(text); _ = [|Microsoft.ML.Tokenizers.BpeTokenizer.Create(text)|];", StringComparison.Ordinal)
            + "} namespace Microsoft.ML.Tokenizers { public static class BpeTokenizer { public static object Create(string text) => text; } }");

    [Theory]
    [InlineData("var q = covariance.QR().Q.Column(0); return new PrincipalAxis(q, q * (covariance * q));")]
    [InlineData("var v = covariance.Column(0).Normalize(2); return new PrincipalAxis(v, covariance.Trace() + covariance.FrobeniusNorm());")]
    [InlineData("var v = covariance.Column(0).Reverse().ToArray(); return new PrincipalAxis(Vector<double>.Build.Dense(v), 0);")]
    public Task Is_silent_on_what_the_kata_builds_on(string body) => Verify.IsSilent(KataSource.WithBody("Pca", "LeadingAxis", body));

    [Fact]
    public Task Is_silent_where_a_call_is_the_exercise_of_another_kata()
        => Verify.IsSilent(KataSource.WithBody("MaxPool", "Backward", "var order = Enumerable.Range(0, upstream.Length).ToArray(); Array.Reverse(order); return new double[order.Length, 1, 1];"));
}
