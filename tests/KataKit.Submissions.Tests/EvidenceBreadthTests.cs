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
            EvidenceBreadth.ProblemsOf(Alpha).AsEnumerable());

    [Fact]
    public void A_base_of_more_than_half_of_the_mistakes_is_told()
    {
        Right("A", "B", "C", "D");
        Wrong("X1_A.diff");
        Assert.Empty(EvidenceBreadth.ProblemsOf(Alpha));

        // What is kept whole, and what cannot be read, has no base.
        Write("wrong/X2_Whole.cs", "// mistake: X2 whole\n// zh: 整份\n// fails: A_b\n// rule: none\none\n");
        Wrong("X4_A.diff");
        Write("wrong/X3_Broken.diff", "no edit");
        Assert.Empty(EvidenceBreadth.ProblemsOf(Alpha));

        Wrong("X5_A.diff");
        Assert.Contains("right/A.cs is the base of 3 of 5", Assert.Single(EvidenceBreadth.ProblemsOf(Alpha)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_that_is_told_in_one_language_is_told()
    {
        Right("A", "B", "C", "D");
        Write("wrong/X1_A.diff", "mistake: X1 two for one\nbase: right/A.cs\nfails: A_b\nrule: none\n@@\n-one\n+two\n");

        Assert.Contains("X1_A", Assert.Single(EvidenceBreadth.ProblemsOf(Alpha)), StringComparison.Ordinal);
    }

    private void Right(params string[] styles)
    {
        foreach (var style in styles)
        {
            Write($"right/{style}.cs", "// style: one\none\n");
        }
    }

    private void Wrong(string file) => Write("wrong/" + file, "mistake: X1 two for one\nzh: 把一写成了二\nbase: right/A.cs\nfails: A_b\nrule: none\n@@\n-one\n+two\n");

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, "tests", "Submissions", "Early", "Alpha", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
