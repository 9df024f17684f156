using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.AnalyzerCost;

/// <summary>Code to compile.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Sources">The files, by name and text.</param>
/// <param name="References">The paths of its references.</param>
internal sealed record Workload(string Name, ImmutableArray<(string Name, string Text)> Sources, ImmutableArray<string> References)
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<string> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(x => Path.GetFileName(x) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll")),
    ];

    private static readonly ImmutableArray<string> WithContracts =
        [.. Framework, Path.Combine(AppContext.BaseDirectory, "KataKit.Contracts.dll"), Path.Combine(AppContext.BaseDirectory, "MathNet.Numerics.dll")];

    private readonly Lazy<CSharpCompilation> _parsed = new(() => CSharpCompilation.Create(
        Name,
        Sources.Select(x => CSharpSyntaxTree.ParseText(x.Text, ParseOptions, x.Name)),
        References.Select(x => MetadataReference.CreateFromFile(x)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>The solution of every kata, a project each.</summary>
    public static ImmutableArray<Workload> Katas()
        =>
        [
            .. Directory.GetDirectories(Path.Combine(AnalyzerSet.Metadata("RepositoryRoot"), "solutions"))
                .SelectMany(Directory.GetDirectories)
                .Select(x => Path.Combine(x, Path.GetFileName(x) + ".cs"))
                .Where(File.Exists)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal)
                .Select(x => new Workload(Path.GetFileNameWithoutExtension(x), [("Usings.cs", ImplicitUsings), (Path.GetFileName(x), File.ReadAllText(x))], WithContracts)),
        ];

    /// <summary>A large project that has never heard of the kit.</summary>
    public static Workload Unrelated() => new($"{UnrelatedProject.Files} other files", [("Usings.cs", ImplicitUsings), .. UnrelatedProject.Sources()], Framework);

    /// <summary>The same project, which references the contracts and does not use them.</summary>
    public static Workload UnrelatedWithContracts() => Unrelated() with { Name = "the same, contracts referenced", References = WithContracts };

    /// <summary>A compilation of which nothing is bound yet.</summary>
    public CSharpCompilation Compile() => _parsed.Value.Clone();
}
