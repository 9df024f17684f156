using System.Collections.Immutable;
using System.Reflection;
using KataKit.Grading;
using KataKit.Journal;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Cli;

/// <summary>An answer with its grade.</summary>
/// <param name="Source">The answer's text.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Record">The same as the journal keeps it.</param>
internal sealed record GradedAttempt(string Source, Grade Grade, VerdictRecord Record);

/// <summary>Grades a learner's answers to one kata, one after the other; references and workers stay warm in between.</summary>
/// <param name="entry">The kata.</param>
/// <param name="texts">The sentences.</param>
/// <param name="limits">What an answer may use up.</param>
/// <param name="lent">A grader with all analyzers and these limits that belongs to somebody else; it makes one of its own where there is none.</param>
internal sealed class AttemptGrader(KataEntry entry, Texts texts, GradingLimits limits, KataGrader? lent = null) : IDisposable
{
    private static readonly Lazy<SubmissionAnalysis> Analysis = new(() => new SubmissionAnalysis(Analyzers()));

    private readonly VerdictWriter _writer = new(entry.Page.Members, texts);
    private readonly KataGrader _grader = lent ?? new KataGrader(Analysis.Value, limits);

    /// <summary>Every analyzer of the kit.</summary>
    public static SubmissionAnalysis AllAnalyzers => Analysis.Value;

    /// <summary>The analyzers, made anew.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers()
        => [.. Assembly.Load("KataKit.Analyzers").GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>Prepares for many grades; not worth its time for one.</summary>
    public async Task WarmAsync(CancellationToken cancellation)
    {
        try
        {
            await _grader.WarmAsync(entry.Kata, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            throw new CliException(exception.Message, ExitCode.Internal);
        }
    }

    /// <inheritdoc cref="KataGrader.PractiseAsync"/>
    public Task PractiseAsync(CancellationToken cancellation) => _grader.PractiseAsync(entry.Kata, cancellation);

    /// <summary>Grades a text in the place of the learner's file.</summary>
    /// <exception cref="CliException">The kata is not built.</exception>
    public async Task<GradedAttempt> GradeAsync(string source, CancellationToken cancellation)
    {
        try
        {
            var graded = await _grader.GradeAsync(entry.Kata, source, entry.Kata.StubPath, cancellation).ConfigureAwait(false);
            return new GradedAttempt(source, graded.Grade, _writer.Write(graded.Compiled, graded.Grade, graded.Time));
        }
        catch (InvalidOperationException exception)
        {
            throw new CliException(exception.Message, ExitCode.Internal);
        }
    }

    public void Dispose()
    {
        if (lent is null)
        {
            _grader.Dispose();
        }
    }
}
