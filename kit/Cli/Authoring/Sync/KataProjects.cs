namespace KataKit.Cli;

/// <summary>The projects of katas and of the spec libraries of tracks. What they hold is in the <c>Directory.Build</c> files above them.</summary>
internal static class KataProjects
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\" />\n";

    /// <summary>A project for each solution, and a spec library for each of their tracks.</summary>
    /// <param name="root">The repository's root folder.</param>
    public static IEnumerable<DerivedFile> Derive(string root)
    {
        var katas = Directory.EnumerateDirectories(Path.Combine(root, "solutions"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => (Track: Path.GetFileName(Path.GetDirectoryName(folder))!, Name: Path.GetFileName(folder)))
            .Where(kata => File.Exists(Path.Combine(root, "solutions", kata.Track, kata.Name, kata.Name + ".cs")))
            .Order()
            .ToList();
        return katas.Select(kata => new DerivedFile($"katas/{kata.Track}/{kata.Name}/{kata.Name}.csproj", Project))
            .Concat(katas.Select(kata => kata.Track).Distinct().Select(track => new DerivedFile($"tests/Specs/{track}/KataKit.Specs.{track}.csproj", Project)));
    }
}
