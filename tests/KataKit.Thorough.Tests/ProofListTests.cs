using Xunit;

namespace KataKit.Thorough.Tests;

/// <summary>The proofs of this repository.</summary>
public sealed class ProofListTests
{
    private static readonly string Root = KataFile.Catalogue.Root;
    private static readonly IReadOnlyList<Proof> All = ProofList.In(Root);

    [Fact]
    public void Every_name_is_another() => Assert.Equal(All.Count, All.Select(proof => proof.Name).Distinct().Count());

    [Fact]
    public void Every_input_is_there()
        => Assert.All(All.SelectMany(proof => proof.Inputs).Distinct(), input => Assert.True(Path.Exists(Path.Combine(Root, input)), input));

    [Fact]
    public void Ten_thousand_files_are_mangled()
        => Assert.True(All.Count(proof => proof.Name.StartsWith("mangled/", StringComparison.Ordinal)) * MangledAnswer.FilesPerAnswer >= 10_000);

    [Fact]
    public void An_edit_depends_on_its_base_and_a_rule_touches_every_restyling()
    {
        Assert.Contains(Touched("tests/Submissions/Attention/SelfAttention/right/LogSumExp.cs"), name => name.StartsWith("recall/SelfAttention/wrong/", StringComparison.Ordinal));
        Assert.DoesNotContain(Touched("tests/Submissions/Attention/SelfAttention/right/LogSumExp.cs"), name => name.StartsWith("recall/Pca/", StringComparison.Ordinal));
        Assert.Equal(RestyledAnswer.Files.Count(), Touched("analyzers/KataKit.Analyzers/Rules/RuleTopics.cs").Count(name => name.StartsWith("name-independence/", StringComparison.Ordinal)));
        Assert.Empty(Touched("README.md"));
    }

    private static List<string> Touched(string path) => [.. new Choice { Changed = [path] }.Of(All).Select(proof => proof.Name)];
}
