using System.Diagnostics;

namespace KataKit.Proofs;

/// <summary>What a run of <c>dotnet</c> printed, and its exit code.</summary>
/// <param name="Command">The command line, for messages.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output and error, a line each.</param>
internal sealed record DotnetCommand(string Command, int ExitCode, IReadOnlyList<string> Output)
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(10);

    // What a test host, a developer's shell or a machine's language would change about the run.
    private static readonly string[] Foreign =
        ["MSBUILD", "DOTNET_CLI_UI_LANGUAGE", "VSTEST", "KATAKIT", "COREHOST_", "LC_", "LANG", "VSLANG", "PREFERREDUILANG", "ERRORLOG", "CONFIGURATION", "PLATFORM", "OUTPUTPATH"];

    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("DOTNET_NOLOGO", "1"),
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("MSBUILDTERMINALLOGGER", "off"),
        ("UseSharedCompilation", "false"),
        ("TERM", "dumb"),
    ];

    // The SDK that runs the tests, where they were started by one.
    private static string Host => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Runs <c>dotnet</c> in English, with no server process that outlives it, and waits for its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="TimeoutException">It took longer than ten minutes, which only a command that hangs takes, and was killed with its children.</exception>
    public static Task<DotnetCommand> Run(string folder, params string[] arguments) => Run(folder, UsualLimit, CancellationToken.None, arguments);

    /// <summary>Does the same, with another limit.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellation">Gives up, and kills it with its children.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="TimeoutException">It took longer, and was killed with its children.</exception>
    public static async Task<DotnetCommand> Run(string folder, TimeSpan longest, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Clean(start.Environment);
        var output = new List<string>();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        var command = "dotnet " + string.Join(' ', arguments);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"'{command}' took longer than {longest.TotalMinutes} minutes. It printed:\n{string.Join('\n', output)}");
        }

        return new DotnetCommand(command, process.ExitCode, output);

        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } text)
            {
                lock (output)
                {
                    output.Add(text);
                }
            }
        }
    }

    /// <summary>The lines that report a rule of the kit, each once: a build repeats its warnings at the end.</summary>
    public IReadOnlyList<string> Findings
        => [.. Output.Where(x => x.Contains(" KATA", StringComparison.Ordinal)).Select(x => x.Trim()).Distinct()];

    /// <summary>The lines that report one rule.</summary>
    public IReadOnlyList<string> FindingsOf(string rule) => [.. Findings.Where(x => x.Contains(rule, StringComparison.Ordinal))];

    public override string ToString() => $"'{Command}' ended with exit code {ExitCode} and printed:\n{string.Join('\n', Output)}";

    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(x => Foreign.Any(y => x.StartsWith(y, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in Settings)
        {
            environment[name] = value;
        }
    }
}
