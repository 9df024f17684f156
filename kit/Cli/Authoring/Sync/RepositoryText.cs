namespace KataKit.Cli;

/// <summary>The files of a repository as derivations see them: paths from the root with <c>/</c>, texts with <c>\n</c>.</summary>
internal static class RepositoryText
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="CliException">There is no such file.</exception>
    public static string Read(KataLibrary library, string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(library.Root, path)).ReplaceLineEndings("\n");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"'{path}' is missing: parts of it are derived, and the rest is yours to write.", ExitCode.Internal);
        }
    }

    /// <summary>The files below a folder, in ordinal order.</summary>
    /// <exception cref="CliException">There is no such folder.</exception>
    public static IReadOnlyList<string> Files(KataLibrary library, string folder, string pattern)
        => Directory.Exists(Path.Combine(library.Root, folder))
            ?
            [
                .. Directory.GetFiles(Path.Combine(library.Root, folder), pattern, SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(library.Root, path).Replace(Path.DirectorySeparatorChar, '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : throw new CliException($"'{folder}' is missing.", ExitCode.Internal);
}
