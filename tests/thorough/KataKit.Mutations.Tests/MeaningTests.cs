using FluentAssertions;
using Xunit;

namespace KataKit.Mutations.Tests;

/// <summary>Every mutant of every sample compiles, is another text, and computes what the sample computes.</summary>
public class MeaningTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Samples => new(Resource.Names("Samples"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Mutants_compute_what_the_sample_computes(string sample)
    {
        var program = Program.Of(Resource.Text(sample));
        var expected = program.Run();
        expected.Should().NotBeEmpty();
        foreach (var mutant in Mutators.Of(program.Compilation, program.Tree))
        {
            Same(Program.Of(mutant.Source).Run(), expected).Should().BeTrue("{0} of {1} must mean the same:\n{2}", mutant.Name, sample, mutant.Source);
        }
    }

    [Fact]
    public void The_comparison_notices_another_meaning()
    {
        var expected = Program.Of(Resource.Text("Samples/IndexLoops.cs")).Run();
        var wrong = Resource.Text("Samples/IndexLoops.cs").Replace("Math.Sqrt(width)", "Math.Sqrt(2 * width)", StringComparison.Ordinal);
        Same(Program.Of(wrong).Run(), expected).Should().BeFalse("the scale is another one");
    }

    private static bool Same(double[] actual, double[] expected)
        => actual.Length == expected.Length
            && actual.Zip(expected).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= Tolerance);
}
