using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace KataKit.Grading;

/// <summary>Grades many answers, several at a time. What one answer does is nothing to the others.</summary>
public static class BatchGrader
{
    /// <summary>Results that may wait for a slow one before them, for each job.</summary>
    private const int Ahead = 8;

    /// <summary>Grades answers.</summary>
    /// <param name="submissions">The answers.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of each answer as it is graded, in no certain order.</param>
    /// <param name="cancellation">Gives up; the workers are stopped.</param>
    /// <returns>The graded answers of the shard, in the order of <paramref name="submissions"/>. A file that cannot be read is a <see cref="Verdict.GraderFault"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no jobs.</exception>
    /// <exception cref="OperationCanceledException">The batch was given up.</exception>
    public static IAsyncEnumerable<GradedSubmission> GradeAsync(
        IReadOnlyList<Submission> submissions,
        BatchOptions options,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Jobs, 1);
        return GradeAllAsync(options.Shard.Of(submissions), options, progress, cancellation);
    }

    private static async IAsyncEnumerable<GradedSubmission> GradeAllAsync(
        IReadOnlyList<Submission> submissions,
        BatchOptions options,
        IProgress<BatchProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var compilers = new CompilerCache();
        var graders = Enumerable.Range(0, options.Jobs).Select(_ => new KataGrader(options.Analysis, options.Limits, compilers)).ToList();
        var idle = Channel.CreateUnbounded<KataGrader>();
        graders.ForEach(grader => idle.Writer.TryWrite(grader));
        var results = Channel.CreateBounded<Task<GradedSubmission>>(options.Jobs * Ahead);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var done = 0;
        var starting = StartAllAsync();
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return await result.ConfigureAwait(false);
            }
        }
        finally
        {
            // Also where nobody wants the rest.
            await giveUp.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            graders.ForEach(grader => grader.Dispose());
        }

        async Task StartAllAsync()
        {
            var running = new List<Task>();
            try
            {
                foreach (var submission in submissions)
                {
                    var grader = await idle.Reader.ReadAsync(giveUp.Token).ConfigureAwait(false);
                    var result = Task.Run(() => GradeOneAsync(grader, submission));
                    running.RemoveAll(task => task.IsCompleted);
                    running.Add(result);
                    await results.Writer.WriteAsync(result, giveUp.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                results.Writer.Complete();
                await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task<GradedSubmission> GradeOneAsync(KataGrader grader, Submission submission)
        {
            try
            {
                var graded = await GradeFileAsync(grader, submission, giveUp.Token).ConfigureAwait(false);
                progress?.Report(new BatchProgress(Interlocked.Increment(ref done), submissions.Count, graded));
                return graded;
            }
            finally
            {
                idle.Writer.TryWrite(grader);
            }
        }
    }

    private static async Task<GradedSubmission> GradeFileAsync(KataGrader grader, Submission submission, CancellationToken cancellation)
    {
        try
        {
            if (!grader.IsWarm)
            {
                await grader.WarmAsync(submission.Kata, cancellation).ConfigureAwait(false);
            }

            var source = AnswerText.Read(submission.Path);
            return await grader.GradeAsync(submission.Kata, source, submission.Path, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            var fault = new Grade(Verdict.GraderFault, exception.Message, [], TimeSpan.Zero);
            return new GradedSubmission(submission.Kata, submission.Path, CompiledSubmission.None, fault, TimeSpan.Zero);
        }
    }
}
