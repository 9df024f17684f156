using Xunit;

namespace KataKit.Clients.Tests;

/// <summary>
/// A learner's clone in a temporary folder: the part of the repository that one kata needs, without any build state. It holds a wrong
/// answer in place of the stub and has been built once, by the command that the README gives.
/// </summary>
public sealed class LearnersCopy : IAsyncLifetime
{
    /// <summary>The kata, as commands name it.</summary>
    public const string Kata = "katas/Attention/SelfAttention";

    // What a build of the kata reads; the analyzers' tests, other katas and the kit's tools are not needed.
    private static readonly string[] Needed =
    [
        "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "katas/Directory.Build.props", "katas/Directory.Build.targets",
        Kata, "analyzers", "kit/Contracts", "kit/TestLogger", "tests/Specs",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-clients-");

    /// <summary>The wrong answer: the layer of an interview note, scaled by the width of the model after the heads were split.</summary>
    public string WrongAnswer { get; } = Repository.Read("tests/Submissions/Attention/SelfAttention/wrong/Note004_Port.cs");

    /// <summary>The reference solution.</summary>
    public string Solution { get; } = Repository.Read("solutions/Attention/SelfAttention/SelfAttention.cs");

    /// <summary>The file that a learner edits.</summary>
    public string AnswerPath => PathOf(Kata + "/SelfAttention.cs");

    /// <summary>The first build: <c>dotnet build katas/Attention/SelfAttention --no-incremental</c>, with nothing built or restored before.</summary>
    internal DotnetCommand FirstBuild { get; private set; } = null!;

    /// <summary>A place in the copy.</summary>
    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    /// <summary>Puts an answer in place of the stub.</summary>
    public Task Answer(string text) => File.WriteAllTextAsync(AnswerPath, text);

    /// <summary>Runs <c>dotnet</c> at the root of the copy.</summary>
    internal Task<DotnetCommand> Dotnet(params string[] arguments) => DotnetCommand.Run(_folder.FullName, arguments);

    /// <summary>Builds the kata alone, which is all that changes after the first build.</summary>
    internal Task<DotnetCommand> BuildKata(params string[] arguments)
        => Dotnet(["build", Kata, "--no-restore", "--no-dependencies", .. arguments]);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Repository.Copy(Needed, _folder.FullName);
        await Answer(WrongAnswer);
        FirstBuild = await Dotnet("build", Kata, "--no-incremental");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>Tests that share one copy, and with it one first build; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class LearnersCopyCollection : ICollectionFixture<LearnersCopy>
{
    public const string Name = "learner's copy";
}
