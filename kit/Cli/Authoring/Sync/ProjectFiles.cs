namespace KataKit.Cli;

/// <summary>The project files of the repository.</summary>
internal static class ProjectFiles
{
    private static readonly string[] Trees = ["analyzers", "bench", "katas", "kit", "solutions", "tests", "tools"];

    /// <summary>Their places from the root, with <c>/</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string root)
        => [.. Trees.Select(tree => Path.Combine(root, tree)).Where(Directory.Exists)
            .SelectMany(Below)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Below(string folder)
        => Directory.EnumerateFiles(folder, "*.csproj")
            .Concat(Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path) is not ("bin" or "obj")).SelectMany(Below));
}
