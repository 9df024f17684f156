using System.Reflection;

namespace KataKit.Clients.Tests;

/// <summary>The files of the repository, to be copied to where a client works: no test builds in the repository itself.</summary>
internal static class Repository
{
    private static readonly string Root =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!;

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its place, from the root of the repository.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Copies files and folders, without any build state, to the same places below another folder.</summary>
    public static void Copy(IEnumerable<string> paths, string folder)
    {
        foreach (var path in paths)
        {
            Copy(Path.Combine(Root, path), Path.Combine(folder, path));
        }
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(x => Path.GetFileName(x) is not ("bin" or "obj" or ".vs")))
        {
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
        }
    }
}
