using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.AnalyzerCost;

/// <summary>The analyzers of one package, with every rule at its default severity.</summary>
/// <param name="Name">The package.</param>
/// <param name="Paths">Its assemblies, as csc takes them.</param>
/// <param name="Analyzers">The analyzers.</param>
internal sealed record AnalyzerSet(string Name, ImmutableArray<string> Paths, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>No analyzer at all.</summary>
    public static readonly AnalyzerSet None = new("none", [], []);

    /// <summary>One analyzer that does nothing: what the others are compared with.</summary>
    public static readonly AnalyzerSet Idle = new("idle", [typeof(IdleAnalyzer).Assembly.Location], [new IdleAnalyzer()]);

    /// <summary>The packages, each beside <see cref="None"/> and <see cref="Idle"/>.</summary>
    public static IReadOnlyList<AnalyzerSet> Packages { get; } =
    [
        Read("KataKit"), Read("xunit.analyzers"), Read("Meziantou.Analyzer"), Read("Roslynator.Analyzers"),
    ];

    /// <summary>A value that the build wrote into this assembly.</summary>
    public static string Metadata(string key)
        => typeof(AnalyzerSet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value!;

    private static AnalyzerSet Read(string name)
    {
        var place = Metadata(name);
        ImmutableArray<string> paths = File.Exists(place) ? [place] : [.. Directory.GetFiles(place, "*.dll").Where(x => !IsFix(x)).Order(StringComparer.Ordinal)];
        var loader = new Loader(paths);
        var analyzers = paths.SelectMany(x => new AnalyzerFileReference(x, loader).GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        return analyzers.IsEmpty ? throw new InvalidOperationException($"{name}: no analyzer in {place}.") : new AnalyzerSet(name, paths, analyzers);
    }

    // Fixes need workspaces, which csc does not have either.
    private static bool IsFix(string path)
        => Path.GetFileName(path) is var file && (file.Contains("Fix", StringComparison.OrdinalIgnoreCase) || file.Contains("Workspaces", StringComparison.Ordinal));

    private sealed class Loader(ImmutableArray<string> paths) : IAnalyzerAssemblyLoader
    {
        private readonly Context _context = new(paths);

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);
    }

    private sealed class Context(ImmutableArray<string> paths) : AssemblyLoadContext("analyzers")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
            => paths.FirstOrDefault(x => Path.GetFileNameWithoutExtension(x) == assemblyName.Name) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
