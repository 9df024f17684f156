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

/// <summary>Grades answers to one kata, one after the other; references and the worker stay warm in between.</summary>
internal sealed class AttemptGrader : IDisposable
{
    private static readonly Lazy<SubmissionAnalysis> Analysis = new(() => new SubmissionAnalysis(Analyzers()));

    private readonly KataEntry _entry;
    private readonly SubmissionCompiler _compiler;
    private readonly Grader _grader;
    private readonly VerdictWriter _writer;
    private readonly TimeProvider _time;

    /// <summary>Creates a grader. The kata must be built.</summary>
    /// <exception cref="CliException">It is not.</exception>
    public AttemptGrader(KataEntry entry, Texts texts, TimeProvider time, GradingLimits? limits = null)
    {
        _entry = entry;
        _time = time;
        _writer = new VerdictWriter(entry.Page.Members, texts.Culture);
        _grader = new Grader(limits);
        try
        {
            _compiler = new SubmissionCompiler(KataBuild.Read(entry.Kata));
        }
        catch (InvalidOperationException exception)
        {
            throw new CliException(exception.Message, ExitCode.Internal);
        }
    }

    /// <summary>Grades an answer.</summary>
    /// <param name="source">The answer.</param>
    /// <param name="path">The path that diagnostics name.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<GradedAttempt> GradeAsync(string source, string path, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var compiled = await _compiler.CompileAsync(source, path, Analysis.Value, cancellation).ConfigureAwait(false);
        var grade = await _grader.GradeAsync(compiled, cancellation).ConfigureAwait(false);
        return new GradedAttempt(source, grade, _writer.Write(compiled, grade, _time.GetElapsedTime(start)));
    }

    /// <summary>Grades the learner's own file.</summary>
    public Task<GradedAttempt> GradeAsync(string source, CancellationToken cancellation) => GradeAsync(source, _entry.Kata.StubPath, cancellation);

    public void Dispose() => _grader.Dispose();

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers()
        => [.. Assembly.Load("KataKit.Analyzers").GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
