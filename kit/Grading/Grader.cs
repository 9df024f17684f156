using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KataKit.Grading.Running;

namespace KataKit.Grading;

/// <summary>
/// Grades compiled answers in worker processes, one after the other. A worker is kept for the next answer and replaced after a timeout,
/// a crash or a fault; what a test does to the process is told of that test alone, and the others are run in a new one. An answer that could
/// leave something behind in its process gets a worker of its own.
/// </summary>
/// <param name="limits">What an answer may use up and reach; the defaults where omitted.</param>
/// <remarks>
/// Not for several threads at once: take a grader for each. A process of its own guards against accidents and idle mischief; it is no
/// sandbox. <c>docs/grading.md</c> tells what each level stops.
/// </remarks>
public sealed class Grader(GradingLimits? limits = null) : IDisposable
{
    private const int NamedApis = 5;

    private readonly GradingLimits _limits = limits ?? new GradingLimits();
    private readonly WorkerSupply _supply = new(limits ?? new GradingLimits());
    private bool _hasGraded;

    /// <summary>
    /// Starts a worker for the next answer, and lets this and all later workers run a trusted one first, so that their JIT compiler has
    /// seen the tests.
    /// </summary>
    /// <param name="trusted">An answer of the same kata, for example the solution; it must compile.</param>
    public void WarmUp(CompiledSubmission trusted)
    {
        _supply.WarmUp = trusted;
        _supply.PrepareSpare(trusted.RuntimeAssemblies);
    }

    /// <summary>Starts a worker, if none is at hand, while the answer that it will run is still being compiled.</summary>
    internal void Prepare(ImmutableArray<string> runtimeAssemblies) => _supply.Prepare(runtimeAssemblies);

    /// <summary>Runs the tests of an answer.</summary>
    /// <param name="submission">The answer.</param>
    /// <param name="cancellation">Gives up; the worker is stopped.</param>
    /// <returns>The grade. A failure of the grader is a grade too: <see cref="Verdict.GraderFault"/>.</returns>
    /// <exception cref="OperationCanceledException">The grade was given up.</exception>
    public async Task<Grade> GradeAsync(CompiledSubmission submission, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        if (submission.Image is null)
        {
            return new Grade(Verdict.BuildError, string.Join(Environment.NewLine, submission.Errors), [], watch.Elapsed);
        }

        if (_limits.RefuseEscapes && Escapes(submission) is { IsEmpty: false } escapes)
        {
            var reason = Refusal(escapes);
            return new Grade(Verdict.Refused, reason.Text, [], watch.Elapsed) { Cause = reason };
        }

        var grade = await new GradingRun(submission, _supply, _limits).RunAsync(cancellation).ConfigureAwait(false);
        if (_hasGraded)
        {
            // Whoever grades twice grades more; a program that grades one answer should not pay for a worker that it never uses.
            _supply.PrepareSpare(submission.RuntimeAssemblies);
        }

        _hasGraded = true;
        return grade;
    }

    /// <summary>Stops the workers.</summary>
    public void Dispose() => _supply.Dispose();

    private static ImmutableArray<RiskyApi> Escapes(CompiledSubmission submission)
        => [.. submission.FindRiskyApis().Where(api => api.Risk == ApiRisk.Escapes)];

    private static Reason Refusal(ImmutableArray<RiskyApi> escapes)
    {
        const string What = "It was not run, for it uses what no answer needs and what could reach beyond its process or into its tests";
        var named = string.Join(", ", escapes.Take(NamedApis).Select(api => api.Name));
        var more = escapes.Length - NamedApis;
        return more > 0
            ? new Reason(ReasonKind.MoreEscapes, $"{What}: {named} and {more} more.", named, more.ToString(CultureInfo.InvariantCulture))
            : new Reason(ReasonKind.Escapes, $"{What}: {named}.", named);
    }
}
