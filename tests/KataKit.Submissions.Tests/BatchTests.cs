using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Many answers at a time.</summary>
[Collection(HostileCollection.Name)]
public sealed class BatchTests
{
    private static readonly Kata Kata = Evidence.Catalogue.Get("FunctionMinimization");

    private static readonly GradingLimits Limits = new() { TestTime = TimeSpan.FromSeconds(15) };

    private static readonly IReadOnlyList<Submission> Answers =
        [.. new[] { Kata.SolutionPath, Kata.Wrong[0].Path, Kata.StubPath, Kata.Right[0].Path, Kata.Wrong[1].Path }.Select(path => new Submission(Kata, path))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Grades_come_in_order_and_progress_is_told(int jobs)
    {
        var told = new List<BatchProgress>();

        var graded = await GradeAsync(Answers, new BatchOptions { Jobs = jobs, Limits = Limits }, new Progress(told));

        Assert.Equal(Answers.Select(answer => answer.Path), graded.Select(answer => answer.Path));
        Assert.Equal([Verdict.Pass, Verdict.Fail, Verdict.Fail, Verdict.Pass, Verdict.Fail], graded.Select(answer => answer.Grade.Verdict));
        Assert.Equal([1, 2, 3, 4, 5], told.Select(progress => progress.Done).Order());
        Assert.All(told, progress => Assert.Equal(5, progress.Total));
    }

    [Fact]
    public async Task Shards_together_are_the_whole()
    {
        var shards = new List<string>();
        foreach (var index in new[] { 1, 2 })
        {
            var graded = await GradeAsync(Answers, new BatchOptions { Limits = Limits, Shard = new Shard(index, 2) });
            shards.AddRange(graded.Select(answer => answer.Path));
        }

        Assert.Equal([0, 2, 4, 1, 3], shards.Select(path => Answers.Select(answer => answer.Path).ToList().IndexOf(path)));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_a_fault_and_stops_nobody()
    {
        var graded = await GradeAsync([new Submission(Kata, "/nowhere/Gone.cs"), Answers[0]], new BatchOptions { Limits = Limits });

        Assert.Equal([Verdict.GraderFault, Verdict.Pass], graded.Select(answer => answer.Grade.Verdict));
        Assert.Contains("Gone.cs", graded[0].Grade.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_can_be_given_up()
    {
        using var giveUp = new CancellationTokenSource();
        var many = Enumerable.Repeat(Answers[0], 1000).ToList();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in BatchGrader.GradeAsync(many, new BatchOptions { Limits = Limits }, cancellation: giveUp.Token))
            {
                await giveUp.CancelAsync();
            }
        });
    }

    [Fact]
    public void A_batch_needs_a_job()
        => Assert.Throws<ArgumentOutOfRangeException>(() => BatchGrader.GradeAsync([], new BatchOptions { Jobs = 0 }));

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/7", 3, 7)]
    public void A_share_is_read(string text, int index, int count)
    {
        Assert.Equal(new Shard(index, count), Shard.Parse(text));
        Assert.Equal(text, Shard.Parse(text).ToString());
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("2")]
    [InlineData("-1/3")]
    [InlineData("1/3/5")]
    [InlineData("a/b")]
    public void What_is_no_share_is_refused(string text)
        => Assert.Contains(text, Assert.Throws<FormatException>(() => Shard.Parse(text)).Message, StringComparison.Ordinal);

    private static async Task<List<GradedSubmission>> GradeAsync(
        IReadOnlyList<Submission> answers, BatchOptions options, IProgress<BatchProgress>? progress = null)
    {
        var graded = new List<GradedSubmission>();
        await foreach (var answer in BatchGrader.GradeAsync(answers, options, progress))
        {
            graded.Add(answer);
        }

        return graded;
    }

    /// <summary>Told at once, unlike <see cref="System.Progress{T}"/>, whose last word may come too late.</summary>
    private sealed class Progress(List<BatchProgress> told) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
