namespace KataKit.Thorough;

/// <summary>
/// Tests that <c>dotnet test</c> runs: the classes of the projects below <c>tests/thorough</c>, each a proof, and some of the first tier that do
/// more here.
/// </summary>
internal static class TestClassProofs
{
    private const string Folder = "tests/thorough";

    /// <summary>Rounds of killing the command while it watches; the first tier has one.</summary>
    private const string Kills = "KATAKIT_KILLS=6";

    // A project that is not named here depends on everything.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["KataKit.Mutations.Tests"] = ["tests/KataKit.Mutations"],
        ["KataKit.Clients.Tests"] =
        [
            "analyzers", "kit/Contracts", "kit/TestLogger", "tests/Specs", "katas/Directory.Build.props", "katas/Directory.Build.targets", "katas/Attention/SelfAttention",
            "solutions/Attention/SelfAttention", "tests/Submissions/Attention/SelfAttention", "tests/KataKit.Proofs/Routes",
        ],
    };

    /// <summary>All of them.</summary>
    /// <param name="root">The root of the repository.</param>
    public static IEnumerable<Proof> In(string root)
        => Directory.EnumerateDirectories(Path.Combine(root, Folder), "*.Tests").SelectMany(project => ClassesOf(project).Select(name => Of(root, Path.GetFileName(project), name)))
            .Append(Of(root, "tests/KataKit.Cli.Tests", "KillTests", ["kit/Cli", "kit/Journal", "kit/Grading", "kit/Worker"], Kills));

    private static Proof Of(string root, string project, string name)
        => Of(root, $"{Folder}/{project}", name, Known.GetValueOrDefault(project) ?? ["analyzers", "katas", "kit", "solutions", "tests", "tools"]);

    private static Proof Of(string root, string project, string name, IReadOnlyList<string> inputs, params string[] environment)
        => new(
            $"{project["tests/".Length..].Replace("thorough/", "", StringComparison.Ordinal)}/{name}",
            [.. Inputs.Build, project, .. inputs],
            (_, cancellation) => TestRun.CheckAsync(root, project, name, environment, cancellation))
        {
            RunsAlone = true,
        };

    private static IEnumerable<string> ClassesOf(string project)
        => Directory.EnumerateFiles(project, "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(project, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);
}
