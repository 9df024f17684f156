using FluentAssertions;
using Xunit;

namespace KataKit.Mutations.Tests;

/// <summary>Each mutator finds the shapes it is meant for, and always the same ones.</summary>
public class ApplicabilityTests
{
    private const string Header = "// mutators: ";

    public static TheoryData<string, string> Meant
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in Resource.Names("Samples"))
            {
                var header = Resource.Text(sample).Split('\n')[0];
                foreach (var mutator in header[Header.Length..].Split(", "))
                {
                    data.Add(mutator, sample);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Meant))]
    public void A_mutator_finds_the_shapes_it_is_meant_for(string mutator, string sample)
        => Mutants(mutator, sample).Should().NotBeEmpty();

    [Fact]
    public void Every_mutator_is_meant_for_some_sample()
        => Mutators.All.Select(mutator => mutator.Name).Should().BeSubsetOf(Meant.Select(row => (string)row[0]));

    [Fact]
    public void Mutants_of_one_file_have_different_names_and_texts()
    {
        foreach (var sample in Resource.Names("Samples"))
        {
            var program = Program.Of(Resource.Text(sample));
            var original = Layout.Normal(program.Tree.ToString());
            foreach (var mutants in Mutators.All.Select(mutator => mutator.Mutants(program.Submission).ToList()))
            {
                mutants.Select(mutant => mutant.Name).Should().OnlyHaveUniqueItems();
                mutants.Select(mutant => mutant.Source).Append(original).Should().OnlyHaveUniqueItems("{0} are worth trying", sample);
            }
        }
    }

    [Theory]
    [InlineData("Samples/IndexLoops.cs")]
    [InlineData("Samples/LinqSums.cs")]
    public void The_same_file_always_gives_the_same_mutants(string sample)
    {
        var (first, second) = (Program.Of(Resource.Text(sample)), Program.Of(Resource.Text(sample)));
        Mutators.Of(first.Compilation, first.Tree).Should().Equal(Mutators.Of(second.Compilation, second.Tree), "mutation is a function of the file");
    }

    private static List<Mutant> Mutants(string mutator, string sample)
        => [.. Mutators.All.Single(one => one.Name == mutator).Mutants(Program.Of(Resource.Text(sample)).Submission)];
}
