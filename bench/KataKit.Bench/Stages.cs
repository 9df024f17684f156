using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KataKit.Grading;

namespace KataKit.Bench;

/// <summary>Where the time of a grade goes, measured by BenchmarkDotNet in this process.</summary>
[MemoryDiagnoser]
public class Stages
{
    private readonly Grader _grader = new();
    private SubmissionCompiler _compiler = null!;
    private CompiledSubmission _compiled = null!;
    private string _source = null!;
    private string _path = null!;

    /// <summary>Reads the kata's build and warms a worker.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var kata = Katas.Catalogue.Get(Katas.Usual);
        (_path, _source) = (kata.SolutionPath, File.ReadAllText(kata.SolutionPath));
        _compiler = new SubmissionCompiler(KataBuild.Read(kata));
        _compiled = Compile();
        Test();
    }

    /// <summary>Stops the worker.</summary>
    [GlobalCleanup]
    public void CleanUp() => _grader.Dispose();

    /// <summary>Parse and emit.</summary>
    [Benchmark]
    public CompiledSubmission Compile() => _compiler.CompileAsync(_source, _path).GetAwaiter().GetResult();

    /// <summary>Parse, emit, and the analyzers behind it.</summary>
    [Benchmark]
    public CompiledSubmission CompileAndAnalyze() => _compiler.CompileAsync(_source, _path, Katas.Analysis).GetAwaiter().GetResult();

    /// <summary>Which interfaces the answer uses.</summary>
    [Benchmark]
    public int FindRiskyApis() => _compiled.FindRiskyApis().Length;

    /// <summary>All tests, in the worker.</summary>
    [Benchmark(Baseline = true)]
    public Grade Test() => _grader.GradeAsync(_compiled).GetAwaiter().GetResult();

    internal static void Run(Report report)
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var summary = BenchmarkRunner.Run<Stages>(ManualConfig.Create(DefaultConfig.Instance).AddJob(job));
        report.Line($"stages: {summary.ResultsDirectoryPath}");
    }
}
