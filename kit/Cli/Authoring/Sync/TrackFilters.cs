using System.Text.Json;

namespace KataKit.Cli;

/// <summary>A filter of the solution for each track, so that an IDE may open its katas and what they need, and nothing else.</summary>
internal sealed class TrackFilters : IDerivation
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the build of every kata reads.</summary>
    private static readonly string[] Shared =
    [
        "analyzers/KataKit.Analyzers/KataKit.Analyzers.csproj",
        "analyzers/KataKit.CodeFixes/KataKit.CodeFixes.csproj",
        "kit/Contracts/KataKit.Contracts.csproj",
        "kit/TestLogger/KataKit.TestLogger.csproj",
        "tests/Specs/Checking/KataKit.Specs.Checking.csproj",
    ];

    public IEnumerable<DerivedFile> Derive(KataLibrary library)
        => library.Entries.GroupBy(entry => entry.Kata.Track).Select(track => new DerivedFile($"katas/{track.Key}/{track.Key}.slnf", Text(track.Key, track)));

    private static string Text(string track, IEnumerable<KataEntry> entries)
    {
        var projects = entries.Select(entry => $"{entry.Kata.Folder}/{entry.Name}.csproj")
            .Concat(Shared)
            .Append($"tests/Specs/{track}/KataKit.Specs.{track}.csproj")
            .Order(StringComparer.Ordinal)
            .Select(project => project.Replace('/', '\\'));
        return JsonSerializer.Serialize(new { solution = new { path = $@"..\..\{SolutionFile.Name}", projects } }, Format) + "\n";
    }
}
