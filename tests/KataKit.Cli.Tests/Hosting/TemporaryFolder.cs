using KataKit.Journal;

namespace KataKit.Cli.Tests;

/// <summary>A folder for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-cli-");

    public string Path => _folder.FullName;

    public DataFolder Data => new(PathOf("data"));

    public string PathOf(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose() => _folder.Delete(recursive: true);
}
