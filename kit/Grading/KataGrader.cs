using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>
/// Grades the text of answers: compiles, analyzes and tests each. It is made to be kept: what answers have in common stays read and
/// compiled, and the tests of an answer run while its analyzers still look at it.
/// </summary>
/// <remarks>Whoever asks while it grades waits for his turn; <see cref="BatchGrader"/> grades side by side.</remarks>
public sealed class KataGrader : IDisposable
{
    /// <summary>After so many rounds the JIT compilers of grader and workers have compiled for speed nearly all that answers have in common.</summary>
    private const int PracticeRounds = 60;

    /// <summary>
    /// The JIT compiler counts calls only after it has been left alone for 100 ms; and half of the machine is the learner's.
    /// </summary>
    private static readonly TimeSpan PracticePause = TimeSpan.FromMilliseconds(125);

    /// <summary>Whoever has not saved again by then is thinking: a collection now is one that the next grade need not wait for.</summary>
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(150);

    private readonly Timer _lull = new(_ => GC.Collect(1, GCCollectionMode.Forced, blocking: true));
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SubmissionAnalysis? _analysis;
    private readonly GradingLimits _limits;
    private readonly CompilerCache _compilers;
    private readonly Grader _grader;

    /// <summary>Creates a grader.</summary>
    /// <param name="analysis">The analyzers to run; none where omitted.</param>
    /// <param name="limits">What an answer may use up and reach; the defaults where omitted.</param>
    public KataGrader(SubmissionAnalysis? analysis = null, GradingLimits? limits = null)
        : this(analysis, limits, new CompilerCache())
    {
    }

    internal KataGrader(SubmissionAnalysis? analysis, GradingLimits? limits, CompilerCache compilers)
    {
        (_analysis, _limits, _compilers) = (analysis, limits ?? new GradingLimits(), compilers);
        _grader = new Grader(_limits);
    }

    /// <summary>Whether workers that are started now run a solution first.</summary>
    internal bool IsWarm { get; private set; }

    /// <summary>Prepares for answers to a kata: grades the reference solution, and lets every later worker run it once before it is needed.</summary>
    /// <param name="kata">The kata.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">The kata was not built; the message says how to build it.</exception>
    public async Task WarmAsync(Kata kata, CancellationToken cancellation = default)
    {
        var path = File.Exists(kata.SolutionPath) ? kata.SolutionPath : kata.StubPath;
        var source = await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        var graded = await GradeAsync(kata, source, path, cancellation).ConfigureAwait(false);
        if (graded.Compiled.Image is not null)
        {
            _grader.WarmUp(graded.Compiled);
            IsWarm = true;
        }
    }

    /// <summary>
    /// Grades solution and stub over and over, for some twenty seconds in all, so that answers are soon graded at full speed. One that comes
    /// meanwhile waits for a single round.
    /// </summary>
    /// <param name="kata">The kata; it must be warm, see <see cref="WarmAsync"/>.</param>
    /// <param name="cancellation">Stops after the round that has begun.</param>
    /// <returns>A task that ends when there is nothing to gain any more; it never fails.</returns>
    public async Task PractiseAsync(Kata kata, CancellationToken cancellation = default)
    {
        string[] paths = [kata.SolutionPath, kata.StubPath];
        try
        {
            for (var round = 0; round < PracticeRounds; round++)
            {
                var path = paths[round % paths.Length];
                if (File.Exists(path))
                {
                    await GradeAsync(kata, await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false), path, CancellationToken.None).ConfigureAwait(false);
                }

                await Task.Delay(PracticePause, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // It was for speed alone, and whoever grades next hears what is wrong.
        }
    }

    /// <summary>Grades an answer.</summary>
    /// <param name="kata">The kata that it answers.</param>
    /// <param name="source">The text that stands in place of the learner's file.</param>
    /// <param name="path">The path that diagnostics name; the file need not exist.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Verdict, tests and findings.</returns>
    /// <exception cref="InvalidOperationException">The kata was not built; the message says how to build it.</exception>
    /// <exception cref="OperationCanceledException">The grade was given up.</exception>
    public async Task<GradedSubmission> GradeAsync(Kata kata, string source, string path, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        _lull.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            return await GradeInTurnAsync(kata, source, path, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _lull.Change(Lull, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    /// <summary>Stops the workers.</summary>
    public void Dispose()
    {
        _lull.Dispose();
        _grader.Dispose();
        _turn.Dispose();
    }

    private async Task<GradedSubmission> GradeInTurnAsync(Kata kata, string source, string path, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var compiler = _compilers.Get(kata);
        _grader.Prepare(compiler.RuntimeAssemblies);
        CompiledSubmission compiled;
        Task<AnalyzerReport> analyzing;
        try
        {
            // The compiler looks at the token between methods only, so it is left alone when its time is up and it does not come back.
            (compiled, analyzing) = await compiler.BeginAsync(source, path, _analysis, giveUp.Token).WaitAsync(_limits.CompileTime, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            return Rejected(CompilerLimits.TooSlow(_limits.CompileTime));
        }

        var grade = await _grader.GradeAsync(compiled, cancellation).ConfigureAwait(false);
        if (compiled.Image is null)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            return new GradedSubmission(kata, path, compiled, grade, watch.Elapsed);
        }

        var report = await ReportAsync(analyzing, cancellation).ConfigureAwait(false);
        return new GradedSubmission(kata, path, compiled.With(report), grade, watch.Elapsed);

        GradedSubmission Rejected(Diagnostic error)
        {
            var rejected = compiler.Reject(error);
            return new GradedSubmission(kata, path, rejected, new Grade(Verdict.BuildError, error.GetMessage(), [], watch.Elapsed), watch.Elapsed);
        }
    }

    private async Task<AnalyzerReport> ReportAsync(Task<AnalyzerReport> analyzing, CancellationToken cancellation)
    {
        try
        {
            return await analyzing.WaitAsync(_limits.CompileTime, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new AnalyzerReport([CompilerLimits.AnalyzersTooSlow(_limits.CompileTime)], _limits.CompileTime);
        }
    }
}
