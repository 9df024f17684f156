using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using KataKit.Grading;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>
/// Grades the files of the evidence, each once, whoever asks: with every analyzer of the kit, in one worker. Its tests form one
/// collection, so that they run one after the other.
/// </summary>
public sealed class Evidence : IDisposable
{
    internal static readonly SubmissionAnalysis Analysis = new(
        [.. Assembly.Load("KataKit.Analyzers").GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]);

    private readonly Dictionary<string, Task<GradedFile>> _graded = [];
    private readonly Dictionary<Kata, SubmissionCompiler> _compilers = [];
    // A busy machine is no reason for a timeout: longer than the default.
    private readonly Grader _grader = new(new GradingLimits { TestTime = TimeSpan.FromSeconds(15) });
    // An answer that says of itself that it never ends need not be waited for that long.
    private readonly Grader _hastyGrader = new(new GradingLimits { TestTime = TimeSpan.FromSeconds(2) });

    /// <summary>The katas of this repository.</summary>
    public static KataCatalogue Catalogue { get; } = KataCatalogue.Find(AppContext.BaseDirectory);

    /// <summary>Grades a file, or finds its grade.</summary>
    public Task<GradedFile> GradeAsync(Kata kata, string path)
    {
        if (!_graded.TryGetValue(path, out var graded))
        {
            graded = GradeFileAsync(kata, path);
            _graded.Add(path, graded);
        }

        return graded;
    }

    /// <summary>Grades all files of a folder, in order.</summary>
    public async Task<ImmutableArray<GradedFile>> GradeAllAsync(Kata kata, IReadOnlyList<string> paths)
    {
        var graded = new List<GradedFile>();
        foreach (var path in paths)
        {
            graded.Add(await GradeAsync(kata, path));
        }

        return [.. graded];
    }

    public void Dispose()
    {
        _grader.Dispose();
        _hastyGrader.Dispose();
    }

    /// <summary>Compiles and analyzes a text in place of a file.</summary>
    public Task<CompiledSubmission> CompileAsync(Kata kata, string source, string path)
    {
        if (!_compilers.TryGetValue(kata, out var compiler))
        {
            compiler = new SubmissionCompiler(KataBuild.Read(kata));
            _compilers.Add(kata, compiler);
        }

        return compiler.CompileAsync(source, path, Analysis);
    }

    /// <summary>Grades what was compiled.</summary>
    public Task<Grade> GradeAsync(CompiledSubmission compiled) => _grader.GradeAsync(compiled);

    private async Task<GradedFile> GradeFileAsync(Kata kata, string path)
    {
        var source = await File.ReadAllTextAsync(path);
        var watch = Stopwatch.StartNew();
        var compiled = await CompileAsync(kata, source, path);
        var grader = source.Contains("// verdict: timeout", StringComparison.Ordinal) ? _hastyGrader : _grader;
        return new GradedFile(kata, path, source, compiled, await grader.GradeAsync(compiled), watch.Elapsed);
    }
}

/// <summary>The tests that share the grades.</summary>
[CollectionDefinition(Name)]
public sealed class EvidenceCollection : ICollectionFixture<Evidence>
{
    public const string Name = "Evidence";
}
