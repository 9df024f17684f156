using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// A code fix makes a right answer of a wrong one, when there was but one mistake: of these wrong answers it makes the right ones that
/// they were made from, which pass the spec.
/// </summary>
public sealed class FixedSubmissionTests
{
    [Theory]
    [InlineData("SelfAttention", "ATT7_FiniteFill", "tests/Submissions/Attention/SelfAttention/right/LogSumExp.cs")]
    [InlineData("SelfAttention", "ATT8_Uniform", "tests/Submissions/Attention/SelfAttention/right/IndexLoops.cs")]
    [InlineData("SelfAttention", "ATT12_QueryAxis", "tests/Submissions/Attention/SelfAttention/right/ScaledQueries.cs")]
    [InlineData("Pca", "PCA3_DividesBySamples", "solutions/Foundations/Pca/Pca.cs")]
    [InlineData("Pca", "X49_DividesByFeatures", "tests/Submissions/Foundations/Pca/right/IndexLoops.cs")]
    public async Task Becomes_the_right_answer(string kata, string wrong, string right)
    {
        var source = KataSource.Wrong(kata, wrong);
        WithoutHeader((await Verify.FixedText(source))!).Should().Be(WithoutHeader(KataSource.Read(right)));
    }

    private static string WithoutHeader(string source)
        => string.Join('\n', source.Split('\n').SkipWhile(x => x.StartsWith("//", StringComparison.Ordinal)));
}
