using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>A grader that practises while nobody asks.</summary>
public sealed class PracticeTests : IDisposable
{
    private static readonly Kata Kata = Evidence.Catalogue.Get("SelfAttention");

    private readonly KataGrader _grader = new();
    private readonly CancellationTokenSource _leaving = new();

    public void Dispose()
    {
        _leaving.Dispose();
        _grader.Dispose();
    }

    [Fact]
    public async Task Answers_that_come_meanwhile_get_what_they_deserve()
    {
        await _grader.WarmAsync(Kata);
        var practising = _grader.PractiseAsync(Kata, _leaving.Token);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Verdict.Pass, await GradeAsync(Kata.SolutionPath));
            Assert.Equal(Verdict.Fail, await GradeAsync(Kata.StubPath));
        }

        Assert.False(practising.IsCompleted);
        await _leaving.CancelAsync();
        await practising;
        Assert.Equal(Verdict.Pass, await GradeAsync(Kata.SolutionPath));
    }

    [Fact]
    public async Task What_is_wrong_with_the_build_is_told_to_those_who_ask()
    {
        var folder = Directory.CreateTempSubdirectory("katakit");
        try
        {
            var other = Kata with { Root = folder.FullName };
            Directory.CreateDirectory(Path.GetDirectoryName(other.StubPath)!);
            File.Copy(Kata.StubPath, other.StubPath);

            await _grader.PractiseAsync(other, _leaving.Token);

            await Assert.ThrowsAsync<InvalidOperationException>(() => _grader.GradeAsync(other, "", other.StubPath));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Verdict> GradeAsync(string path)
        => (await _grader.GradeAsync(Kata, await File.ReadAllTextAsync(path), path)).Grade.Verdict;
}
