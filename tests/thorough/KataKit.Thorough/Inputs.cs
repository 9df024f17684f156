using KataKit.Grading;

namespace KataKit.Thorough;

/// <summary>What proofs depend on, as places from the root of the repository.</summary>
internal static class Inputs
{
    /// <summary>What every project reads.</summary>
    public static readonly IReadOnlyList<string> Build = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    /// <summary>The rules, and how they are run over an answer.</summary>
    public static readonly IReadOnlyList<string> Analyzers = [.. Build, "analyzers/KataKit.Analyzers", "tests/KataKit.Proofs/Analysis", "tests/KataKit.Proofs/Answers"];

    /// <summary>The grader, and what the build of every kata reads.</summary>
    public static readonly IReadOnlyList<string> Grader =
    [
        .. Build, "kit/Grading", "kit/Worker", "katas/Directory.Build.props", "katas/Directory.Build.targets", "kit/AnyKata", "tests/Specs/Directory.Build.props",
        "tests/Specs/Directory.Build.targets", "tests/Specs/Checking", "analyzers/presets", "analyzers/buildTransitive", "tests/KataKit.Proofs/Answers",
    ];

    /// <summary>A kata's contract, and the attributes that stand in it.</summary>
    public static IEnumerable<string> ContractOf(Kata kata)
        => Directory.EnumerateFiles(Path.Combine(kata.Root, "kit", "Contracts")).Select(path => FromRoot(kata, path)).Order(StringComparer.Ordinal)
            .Append($"kit/Contracts/{kata.Track}/{kata.Name}");

    /// <summary>A kata's spec.</summary>
    public static IEnumerable<string> SpecOf(Kata kata)
        => [$"tests/Specs/{kata.Track}/KataKit.Specs.{kata.Track}.csproj", $"tests/Specs/{kata.Track}/{kata.Name}", $"{kata.Folder}/{kata.Name}.csproj"];

    /// <summary>The text of an answer: its file, and the one that it is an edit of.</summary>
    public static IEnumerable<string> TextOf(Answer answer)
        => answer.Base switch
        {
            null => [FromRoot(answer.Kata, answer.Path)],
            AnswerEdit.Solution => [FromRoot(answer.Kata, answer.Path), FromRoot(answer.Kata, answer.Kata.SolutionPath)],
            var name => [FromRoot(answer.Kata, answer.Path), FromRoot(answer.Kata, Path.Combine(Path.GetDirectoryName(answer.Path)!, "..", name))],
        };

    private static string FromRoot(Kata kata, string path) => Path.GetRelativePath(kata.Root, Path.GetFullPath(path)).Replace('\\', '/');
}
