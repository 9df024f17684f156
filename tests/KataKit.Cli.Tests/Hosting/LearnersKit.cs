using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using KataKit.Grading;
using KataKit.Journal;

namespace KataKit.Cli.Tests;

/// <summary>
/// A small KataKit repository in a temporary folder, with two katas and the build of the real repository, and the command run in
/// it with a clock and keys of its own.
/// </summary>
internal sealed class LearnersKit : IDisposable
{
    public const string Attention = "self-attention";
    public const string LinkedList = "reverse-linked-list";

    public static readonly string Repository =
        typeof(LearnersKit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The configuration in which the tests of the katas were built beside these tests.</summary>
    private static readonly string Configuration = typeof(LearnersKit).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static readonly GradingLimits Limits = new() { TestTime = TimeSpan.FromSeconds(15), TotalTime = TimeSpan.FromMinutes(2) };

    /// <summary>Graders that no test uses now. A new one takes seconds to start its workers, and few tests are about that.</summary>
    private static readonly ConcurrentBag<KataGrader> Idle = [];

    private readonly KataGrader _grader = Idle.TryTake(out var idle) ? idle : new KataGrader(AttemptGrader.AllAnalyzers, Limits);
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<char> _keys = new();

    public LearnersKit()
    {
        File.WriteAllText(PathOf("KataKit.sln"), "");
        foreach (var (track, kata) in new[] { ("Attention", "SelfAttention"), ("Foundations", "ReverseLinkedList") })
        {
            foreach (var file in new[] { $"{kata}.csproj", $"{kata}.cs", "README.md", "README.zh-CN.md" })
            {
                Copy($"katas/{track}/{kata}/{file}");
            }

            foreach (var file in new[] { $"{kata}.cs", "coaching.yaml", "coaching.zh-CN.yaml" })
            {
                Copy($"solutions/{track}/{kata}/{file}");
            }
        }

        foreach (var file in new[] { "kata.compile.rsp", "kata.tests.txt", "kata.runtime.txt" })
        {
            Copy($"{KataBuild.Project}/obj/{Configuration}/{file}");
        }

        // A file of the repository may be newer than the clock of the tests.
        SetWritten(AttentionPath);
        SetWritten(LinkedListPath);
    }

    public ManualTime Time { get; } = new();

    /// <summary>The time that all tests of an answer may take.</summary>
    public TimeSpan TotalTime { get; set; } = Limits.TotalTime;

    public Dictionary<string, string> Variables { get; } = new() { ["LANG"] = "en_US.UTF-8" };

    public DataFolder Data => _folder.Data;

    public string Root => _folder.Path;

    public string AttentionPath => PathOf("katas/Attention/SelfAttention/SelfAttention.cs");

    public string LinkedListPath => PathOf("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs");

    public static string AttentionSolution => Read("solutions/Attention/SelfAttention/SelfAttention.cs");

    public static string LinkedListSolution => Read("solutions/Foundations/ReverseLinkedList/ReverseLinkedList.cs");

    /// <summary>An answer that scales by the width of the model after the heads were split: KATA1001.</summary>
    public static string WrongScale => Read("tests/Submissions/Attention/SelfAttention/wrong/Note004_Port.cs");

    public static string Read(string path) => AnswerText.Read(Path.Combine(Repository, path));

    /// <summary>The katas of a repository. A host is asked only where no folder is given.</summary>
    public static KataLibrary LibraryOf(string root, string language = "en") => KataLibrary.Find(root, host: null!, Texts.For(language));

    public string PathOf(string path) => _folder.PathOf(path);

    public void Copy(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.Copy(Path.Combine(Repository, path), PathOf(path), overwrite: true);
    }

    /// <summary>Copies what <c>kata sync</c> reads and writes parts of: contracts, presets and all pages.</summary>
    public void CopyPages()
    {
        foreach (var folder in new[] { "kit/Contracts", "docs", "analyzers" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository, folder), "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(Repository, file);
                if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                {
                    Copy(path);
                }
            }
        }

        foreach (var page in new[] { "README.md", "README.zh-CN.md" })
        {
            Copy(page);
            Copy("katas/Attention/" + page);
            Copy("katas/Foundations/" + page);
        }
    }

    /// <summary>Saves an answer, at the time of the test's clock.</summary>
    public void Save(string path, string source)
    {
        var draft = path + ".draft";
        File.WriteAllText(draft, source);
        SetWritten(draft);
        File.Move(draft, path, overwrite: true);
    }

    public bool HasKeys => !_keys.IsEmpty;

    public void Press(char key) => _keys.Enqueue(key);

    public PracticeHistory History() => PracticeHistory.Fold(new JournalFile(Data).Read());

    /// <summary>Runs the command to its end.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, size: null, CancellationToken.None, input: "");

    public async Task<Outcome> RunAsync(string[] arguments, (int Columns, int Rows)? size, CancellationToken cancellation, string input = "")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var host = new CliHost
        {
            Output = output,
            Error = error,
            Input = reader,
            Time = Time,
            CurrentDirectory = _folder.Path,
            Variable = name => Variables.GetValueOrDefault(name),
            Keyboard = size is null ? null : new QueuedKeyboard(_keys),
            Size = size is { } given ? () => given : null,
            Builder = new BuiltAlready(),
            Limits = Limits with { TotalTime = TotalTime },
            Grader = TotalTime == Limits.TotalTime ? _grader : null,
            Cancellation = cancellation,
        };
        var code = await KataCommandLine.RunAsync([.. arguments, "--data", Data.Path], host);
        return new Outcome((ExitCode)code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        Idle.Add(_grader);
        _folder.Dispose();
    }

    private void SetWritten(string path) => File.SetLastWriteTimeUtc(path, Time.GetUtcNow().UtcDateTime);

    /// <summary>How a command ended.</summary>
    internal sealed record Outcome(ExitCode Code, string Output, string Error)
    {
        public JsonNode Json => JsonNode.Parse(Output)!;
    }

    private sealed class QueuedKeyboard(ConcurrentQueue<char> keys) : IKeyboard
    {
        public char? Next() => keys.TryDequeue(out var key) ? key : null;
    }

    private sealed class BuiltAlready : IKataBuilder
    {
        public Task EnsureBuiltAsync(string root, Action starting, CancellationToken cancellation) => Task.CompletedTask;
    }
}
