using System.Collections.Immutable;
using System.Xml.Linq;
using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>
/// The reference: <c>dotnet test</c>, in a copy of the repository in which each answer has a project of its own. One run takes many
/// answers, for most of its time goes into starting.
/// </summary>
internal sealed class DotnetTestRoute : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private static readonly string[] Needed =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "katas/Directory.Build.props", "katas/Directory.Build.targets",
         "analyzers", "kit/Contracts", "kit/TestLogger", "tests/Specs"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-routes-");

    public DotnetTestRoute()
    {
        foreach (var path in Needed)
        {
            Copy(Path.Combine(KataFile.Catalogue.Root, path), PathOf(path));
        }
    }

    /// <summary>Tests answers.</summary>
    /// <param name="answers">The files.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// For each answer the results of its tests, by name and in ordinal order; none where the run of that answer gave no results.
    /// </returns>
    public async Task<ImmutableArray<ImmutableArray<(string Test, bool Passed)>>> TestAsync(IReadOnlyList<Submission> answers, CancellationToken cancellation)
    {
        var katas = new DirectoryInfo(PathOf("katas"));
        foreach (var old in katas.GetDirectories())
        {
            old.Delete(recursive: true);
        }

        var solution = new XElement("Solution");
        foreach (var (index, answer) in answers.Index())
        {
            var project = $"katas/{index}/{answer.Kata.Track}/{answer.Kata.Name}/{answer.Kata.Name}";
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(project))!);
            await File.WriteAllTextAsync(PathOf(project + ".cs"), AnswerText.Read(answer.Path));
            await File.WriteAllTextAsync(PathOf(project + ".csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
            solution.Add(new XElement("Folder", new XAttribute("Name", $"/{index}/"), new XElement("Project", new XAttribute("Path", project + ".csproj"))));
        }

        await File.WriteAllTextAsync(PathOf("routes.slnx"), solution.ToString());
        var results = Directory.CreateDirectory(PathOf($"results-{Guid.NewGuid():N}"));
        var run = await DotnetCommand.Run(
            _folder.FullName, Limit, cancellation, "test", "routes.slnx", "-p:KataTest=true", "--logger", "trx", "--results-directory", results.FullName);

        var found = results.GetFiles("*.trx").Select(file => XDocument.Load(file.FullName)).SelectMany(Results).ToLookup(result => result.Index);
        return found.Count > 0
            ? [.. Enumerable.Range(0, answers.Count).Select(index => found[index].Select(result => (result.Test, result.Passed)).Order().ToImmutableArray())]
            : throw new InvalidOperationException($"There are no results. {run}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<(int Index, string Test, bool Passed)> Results(XDocument document)
    {
        var xml = document.Root!.Name.Namespace;
        var definitions = document.Descendants(xml + "UnitTest").ToDictionary(test => (string)test.Attribute("id")!);
        foreach (var result in document.Descendants(xml + "UnitTestResult"))
        {
            // The assembly is katas/<index>/<Track>/<Kata>/bin/…; the file of results may hold its path in small letters.
            var storage = (string)definitions[(string)result.Attribute("testId")!].Attribute("storage")!;
            var parts = storage.Split('/', '\\');
            var index = int.Parse(parts[Array.LastIndexOf(parts, "katas") + 1], System.Globalization.CultureInfo.InvariantCulture);
            var name = (string)result.Attribute("testName")!;
            yield return (index, WithoutClass(name), (string?)result.Attribute("outcome") == "Passed");
        }
    }

    private static string WithoutClass(string name)
    {
        var arguments = name.IndexOf('(', StringComparison.Ordinal);
        var end = name.LastIndexOf('.', arguments < 0 ? name.Length - 1 : arguments);
        return name[(end + 1)..];
    }

    private string PathOf(string path) => Path.Combine(_folder.FullName, path);

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(path => Path.GetFileName(path) is not ("bin" or "obj" or ".vs")))
        {
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
        }
    }
}
