using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Grading;

/// <summary>
/// What a kata's project tells the compiler and gives its tests at run time. It is read from the output of a build that stands for all katas,
/// made of the same targets as theirs, so that the grader and <c>dotnet test</c> compile the same thing and no kata has to be built to be graded.
/// </summary>
public sealed class KataBuild
{
    /// <summary>The project whose build holds for every kata, from the root.</summary>
    public const string Project = "kit/AnyKata";

    private const string TestsFile = "KataTests.g.cs";

    private readonly DateTime _written;

    private KataBuild(
        Kata kata,
        DateTime written,
        CSharpParseOptions parseOptions,
        CSharpCompilation compilation,
        AnalyzerOptions analyzerOptions,
        ImmutableArray<string> runtimeAssemblies)
    {
        AnalyzerOptions = analyzerOptions;
        _written = written;
        Kata = kata;
        ParseOptions = parseOptions;
        Compilation = compilation;
        RuntimeAssemblies = runtimeAssemblies;
    }

    /// <summary>The kata.</summary>
    public Kata Kata { get; }

    /// <summary>The language version and the preprocessor symbols.</summary>
    public CSharpParseOptions ParseOptions { get; }

    /// <summary>The kata project without the learner's file: references, options, global usings and the generated test class.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The options that the build gives analyzers. The severities, of the preset and of <c>.editorconfig</c>, are in <see cref="Compilation"/>.</summary>
    public AnalyzerOptions AnalyzerOptions { get; }

    /// <summary>The assemblies that the tests load at run time beside the framework, as full paths.</summary>
    public ImmutableArray<string> RuntimeAssemblies { get; }

    /// <summary>Reads what the last build left behind.</summary>
    /// <param name="kata">The kata.</param>
    /// <returns>The build.</returns>
    /// <exception cref="InvalidOperationException">There was no build, or a file that it named is gone.</exception>
    public static KataBuild Read(Kata kata)
    {
        try
        {
            return Parse(kata, KataBuildFiles.OfLastBuild(kata.Root));
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"There is no build of the katas to grade with ({exception.Message}) Run 'dotnet build {Project}' first.", exception);
        }
    }

    /// <summary>Whether a build is there with all that it named.</summary>
    /// <param name="root">The repository's root folder.</param>
    public static bool IsComplete(string root)
    {
        try
        {
            return KataBuildFiles.OfLastBuild(root).ReadRuntimeAssemblies().All(File.Exists);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>When the oldest of what the build made was written: the facts, and the assemblies of this repository.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <exception cref="IOException">There was no build.</exception>
    public static DateTime FirstWrite(string root)
    {
        var files = KataBuildFiles.OfLastBuild(root);
        return files.ReadRuntimeAssemblies().Where(path => path.StartsWith(root, StringComparison.Ordinal)).Append(files.CompilerArguments).Min(File.GetLastWriteTimeUtc);
    }

    /// <summary>Whether the kata was built anew since, or what its tests load was.</summary>
    internal bool IsStale()
    {
        try
        {
            return _written < KataBuildFiles.OfLastBuild(Kata.Root).LastWrite;
        }
        catch (IOException)
        {
            // The build is being written, or was cleaned away; until there is a new one, this one is the last.
            return false;
        }
    }

    private static KataBuild Parse(Kata kata, KataBuildFiles files)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(
            ["@" + files.CompilerArguments], Path.GetDirectoryName(kata.StubPath), sdkDirectory: null);
        if (arguments.Errors.Where(error => error.Severity == DiagnosticSeverity.Error).ToList() is [var first, ..])
        {
            throw new InvalidOperationException($"'{files.CompilerArguments}' is no compiler response file: {first}");
        }

        // One file is not worth more than one thread; and that one has a stack for it. An answer runs once: the JIT compiler takes longer to
        // optimize it than its tests then save.
        var configuration = AnalyzerConfiguration.Read(arguments.AnalyzerConfigPaths, kata.StubPath);
        var parseOptions = LooksForNull(arguments.CompilationOptions, configuration) ? arguments.ParseOptions : WithoutNullAnalysis(arguments.ParseOptions);
        var compilation = CSharpCompilation.Create(
            kata.Name,
            arguments.SourceFiles.Select(file => ParseFile(file.Path, parseOptions)).Append(CSharpSyntaxTree.ParseText(files.ReadTests(kata), parseOptions, TestsFile)),
            arguments.MetadataReferences.Select(reference => ReferenceCache.Get(reference.Reference, reference.Properties)),
            arguments.CompilationOptions
                .WithConcurrentBuild(false)
                .WithOptimizationLevel(OptimizationLevel.Debug)
                .WithSyntaxTreeOptionsProvider(configuration));
        var runtimeAssemblies = files.ReadRuntimeAssemblies().Select(PrecompiledAssemblies.InPlaceOf);
        return new KataBuild(kata, files.LastWrite, parseOptions, compilation, configuration.Options, [.. runtimeAssemblies]);
    }

    /// <summary>Whether the build makes an error of something that the compiler notes about null.</summary>
    private static bool LooksForNull(CSharpCompilationOptions options, AnalyzerConfiguration configuration)
        => options.GeneralDiagnosticOption == ReportDiagnostic.Error
            || options.SpecificDiagnosticOptions.Concat(configuration.Severities)
                .Any(diagnostic => diagnostic.Value == ReportDiagnostic.Error && diagnostic.Key.StartsWith("CS8", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What may be null is worked out for warnings alone, which a grade does not tell; it takes a sixth of the time to compile an answer.
    /// </summary>
    private static CSharpParseOptions WithoutNullAnalysis(CSharpParseOptions options)
        => options.WithFeatures(options.Features.Append(new KeyValuePair<string, string>("run-nullable-analysis", "never")));

    private static SyntaxTree ParseFile(string path, CSharpParseOptions options)
    {
        using var stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), options, path);
    }
}
