using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>What is said of evidence that shows few styles.</summary>
public sealed class EvidenceBreadthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit");

    private Kata Alpha => new("Alpha", "Early", _folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_kata_without_evidence_is_told_both()
        => Assert.Equal(
            ["There are 0 right answers; 4 styles that share no structure are needed.", "There is no wrong answer."],
            EvidenceBreadth.ProblemsOf(Alpha));

    [Fact]
    public void A_base_of_more_than_half_of_the_mistakes_is_told()
    {
        Write("right/A.cs", "right/B.cs", "right/C.cs", "right/D.cs", "wrong/X1_A.diff");
        Assert.Empty(EvidenceBreadth.ProblemsOf(Alpha));

        // What is kept whole, and what cannot be read, has no base.
        Write("wrong/X2_Whole.cs", "wrong/X4_A.diff");
        File.WriteAllText(PathOf("wrong/X3_Broken.diff"), "no edit");
        Assert.Empty(EvidenceBreadth.ProblemsOf(Alpha));

        Write("wrong/X5_A.diff");
        Assert.Contains("right/A.cs is the base of 3 of 5", Assert.Single(EvidenceBreadth.ProblemsOf(Alpha)), StringComparison.Ordinal);
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.WriteAllText(PathOf(file), "mistake: X1 two for one\nbase: right/A.cs\nfails: A_b\nrule: none\n@@\n-one\n+two\n");
        }
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, "tests", "Submissions", "Early", "Alpha", file);
}
