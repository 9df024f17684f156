using System.Diagnostics;
using KataKit.Journal;

namespace KataKit.Bench;

/// <summary>
/// A copy of what one kata needs of the repository, in which <c>dotnet</c> may work as a learner's does: with its build servers, which are
/// ended with the copy.
/// </summary>
internal sealed class LearnersFolder : IDisposable
{
    private const string Mark = "KATAKIT_BENCH";

    private static readonly string[] Needed =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "katas/Directory.Build.props", "katas/Directory.Build.targets",
         "analyzers", "kit/Contracts", "kit/TestLogger", "tests/Specs"];

    // What the `kata` command is built from.
    private static readonly string[] OfTheCommand = ["KataKit.sln", "kata", "docs", "kit/AnyKata", "kit/Cli", "kit/Grading", "kit/Journal", "kit/Worker"];

    // What would make a build slower, or speak another language, than a learner's.
    private static readonly string[] Foreign = ["MSBUILD", "DOTNET_CLI_USE_MSBUILD_SERVER", "UseSharedCompilation", "DOTNET_Tiered", "DOTNET_gc", "LANG", "LC_"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-bench-");
    private readonly Grading.Kata _kata;
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private LearnersFolder(string kata) => _kata = Katas.Catalogue.Get(kata);

    /// <summary>The kata that is built and tested here.</summary>
    public string KataName => _kata.Name;

    /// <summary>Its folder, from the root.</summary>
    public string KataFolder => _kata.Folder;

    /// <summary>The text that was saved last.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Where the journal of this learner is.</summary>
    public DataFolder Data => new(Path.Combine(_folder.FullName, ".journal"));

    /// <summary>Copies, builds and tests once, so that what is measured later is warm.</summary>
    public static async Task<LearnersFolder> CreateAsync(string kata)
    {
        var learner = new LearnersFolder(kata);
        foreach (var path in Needed.Concat(OfTheCommand).Append(learner._kata.Folder))
        {
            Copy(Path.Combine(Katas.Catalogue.Root, path), Path.Combine(learner._folder.FullName, path));
        }

        learner.Save(Katas.AnswersTo(kata)[0]);
        await learner.RunAsync("test", learner._kata.Folder);
        return learner;
    }

    /// <summary>Puts an answer in place of the stub.</summary>
    public void Save(KnownAnswer answer)
    {
        Source = answer.Source + $"// {Guid.NewGuid()}\n";
        File.WriteAllText((_kata with { Root = _folder.FullName }).StubPath, Source);
    }

    /// <summary>Saves and runs <c>dotnet test</c>.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> TestAsync(KnownAnswer answer, Report report)
    {
        var watch = Stopwatch.StartNew();
        Save(answer);
        var exitCode = await RunAsync("test", _kata.Folder);
        if ((exitCode == 0) != (answer.Verdict == Grading.Verdict.Pass))
        {
            report.Failure($"dotnet test ends with {exitCode} for {answer.Submission.Path}.");
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Saves and runs <c>./kata test</c>.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> KataTestAsync(KnownAnswer answer, Report report)
    {
        var watch = Stopwatch.StartNew();
        Save(answer);
        var exitCode = await RunAsync(Kata("test", KataName));
        if (exitCode != (answer.Verdict == Grading.Verdict.Pass ? 0 : 1))
        {
            report.Failure($"kata test ends with {exitCode} for {answer.Submission.Path}.");
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Describes a run of <c>dotnet</c> in this folder.</summary>
    public ProcessStartInfo Dotnet(params string[] arguments) => Start("dotnet", arguments);

    /// <summary>Describes a run of <c>./kata</c> in this folder.</summary>
    public ProcessStartInfo Kata(params string[] arguments)
        => Start(Path.Combine(_folder.FullName, "kata"), [.. arguments, "--data", Data.Path]);

    private ProcessStartInfo Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(foreign => name.StartsWith(foreign, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment[Mark] = _mark;

        // Its own compiler server and build nodes, warm from the second run on; nobody else's are used or ended.
        start.Environment["SharedCompilationId"] = _mark;
        start.Environment["MSBUILDNODEHANDSHAKESALT"] = _mark;
        return start;
    }

    public void Dispose()
    {
        foreach (var process in Process.GetProcesses().Where(IsMine))
        {
            process.Kill();
        }

        _folder.Delete(recursive: true);
    }

    private Task<int> RunAsync(params string[] arguments) => RunAsync(Dotnet(arguments));

    private static async Task<int> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        // Build servers inherit the pipes and keep them open, so the end of the output is not waited for.
        Machine.ReadLines(process, _ => { });
        var ended = new TaskCompletionSource();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ended.TrySetResult();
        await ended.Task;
        return process.ExitCode;
    }

    private bool IsMine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/environ").Contains($"{Mark}={_mark}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
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

        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(path => Path.GetFileName(path) is not ("bin" or "obj")))
        {
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
        }
    }
}
