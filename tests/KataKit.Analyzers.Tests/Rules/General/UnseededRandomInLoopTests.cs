using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class UnseededRandomInLoopTests
{
    [Theory]
    [InlineData("for (int i = 0; i < samples; i++) x += [|new Random()|].NextDouble();")]
    [InlineData("for (int i = 0; i < samples; i++) { var random = [|new Random()|]; x += random.NextDouble() * b; }")]
    [InlineData("x = Enumerable.Range(0, samples).Sum(i => [|new Random()|].NextDouble());")]
    [InlineData("for (int i = 0; i < samples; i++) x += Draw(); static double Draw() => [|new Random()|].NextDouble();")]
    public Task Reports_a_generator_in_each_round(string code) => Verify.Reports("KATA0013", GeneralSource.Body(code));

    [Theory]
    [InlineData("one generator for all rounds", "var random = new Random(); for (int i = 0; i < samples; i++) x += random.NextDouble();")]
    [InlineData("a seed for each round", "for (int i = 0; i < samples; i++) x += new Random(i).NextDouble();")]
    [InlineData("the shared generator", "for (int i = 0; i < samples; i++) x += Random.Shared.NextDouble();")]
    public Task Is_silent_about(string what, string code)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(GeneralSource.Body(code));
    }
}
