using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>
/// Grades the text of answers: compiles, analyzes and tests each. It is made to be kept: what answers have in common stays read and
/// compiled, and the tests of an answer run while its analyzers still look at it.
/// </summary>
/// <remarks>Not for several threads at once; <see cref="BatchGrader"/> grades side by side.</remarks>
public sealed class KataGrader : IDisposable
{
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

    /// <summary>Stops the workers.</summary>
    public void Dispose() => _grader.Dispose();

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
