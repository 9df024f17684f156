using System.Diagnostics;
using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>Grades one answer after the other with every analyzer of the kit.</summary>
internal sealed class AnswerLane : IDisposable
{
    /// <summary>Every analyzer of the kit.</summary>
    public static readonly SubmissionAnalysis AllAnalyzers = new(Findings.Analyzers);

    private readonly Dictionary<Kata, SubmissionCompiler> _compilers = [];

    // A busy machine is no reason for a timeout: longer than the default.
    private readonly Grader _grader = new(new GradingLimits { TestTime = TimeSpan.FromSeconds(15) });

    // An answer that says of itself that it never ends need not be waited for that long.
    private readonly Grader _hastyGrader = new(new GradingLimits { TestTime = TimeSpan.FromSeconds(2) });

    /// <summary>Compiles a text in place of a file.</summary>
    public Task<CompiledSubmission> CompileAsync(Kata kata, string source, string path, SubmissionAnalysis? analysis)
    {
        if (!_compilers.TryGetValue(kata, out var compiler))
        {
            compiler = new SubmissionCompiler(KataBuild.Read(kata));
            _compilers.Add(kata, compiler);
        }

        return compiler.CompileAsync(source, path, analysis);
    }

    /// <summary>Grades what was compiled.</summary>
    public Task<Grade> GradeAsync(CompiledSubmission compiled) => _grader.GradeAsync(compiled);

    /// <summary>Grades a file.</summary>
    public async Task<GradedFile> GradeFileAsync(Kata kata, string path)
    {
        var source = AnswerText.Read(path);
        var watch = Stopwatch.StartNew();
        var compiled = await CompileAsync(kata, source, path, AllAnalyzers);
        var grader = source.Contains("// verdict: timeout", StringComparison.Ordinal) ? _hastyGrader : _grader;
        return new GradedFile(kata, path, source, compiled, await grader.GradeAsync(compiled), watch.Elapsed);
    }

    public void Dispose()
    {
        _grader.Dispose();
        _hastyGrader.Dispose();
    }
}
