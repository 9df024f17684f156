using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace KataKit.Grading;

/// <summary>
/// The sandbox of Debian's package <c>bubblewrap</c>: the worker sees the runtime, the system's libraries and the assemblies of its tests,
/// all read-only, an empty temporary folder of its own, no network and no other process.
/// </summary>
public static class Bubblewrap
{
    private const string Program = "bwrap";
    private static readonly TimeSpan TrialTime = TimeSpan.FromSeconds(10);

    // What a dynamically linked program needs. Some are links on some distributions and absent on others.
    private static readonly string[] SystemFolders =
        ["/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime"];

    // Only what the runtime itself reads; the environment of the grader may hold secrets.
    private static readonly string[] KeptVariables = ["PATH", "LANG", "LC_ALL", "DOTNET_ROOT", "DOTNET_GCHeapHardLimit", "DOTNET_EnableDiagnostics"];

    /// <summary>Tries the sandbox.</summary>
    /// <returns>Why it cannot be used on this machine and what to do about it; <see langword="null"/> where it can.</returns>
    public static string? WhyUnavailable()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "The sandbox needs Linux.";
        }

        try
        {
            var start = new ProcessStartInfo(Program, ["--ro-bind", "/", "/", "--unshare-all", "--die-with-parent", "true"]) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TrialTime))
            {
                process.Kill(entireProcessTree: true);
                return $"'{Program}' does not end.";
            }

            return process.ExitCode == 0 ? null : $"'{Program}' is not allowed to make namespaces here: {error.GetAwaiter().GetResult().Trim()}";
        }
        catch (Win32Exception)
        {
            return $"'{Program}' is not installed; Debian and Ubuntu have it in the package 'bubblewrap'.";
        }
    }

    /// <summary>Wraps the start of a worker.</summary>
    /// <param name="command">The full path of <c>dotnet</c>, the worker's assembly, the name of the pipe.</param>
    /// <param name="pipeName">The pipe, whose socket is all that connects the sandbox with the world.</param>
    /// <param name="runtimeAssemblies">The files that the worker loads besides its own.</param>
    internal static ProcessStartInfo Wrap(string[] command, string pipeName, ImmutableArray<string> runtimeAssemblies)
    {
        var folder = Path.GetDirectoryName(command[1])!;
        var socket = Path.Combine(Path.GetTempPath(), "CoreFxPipe_" + pipeName);
        List<string> arguments =
        [
            "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
            .. SystemFolders.SelectMany(path => Bind("--ro-bind-try", path)),
            "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp",
            .. Bind("--ro-bind", Path.GetDirectoryName(command[0])!),
            .. WorkerFiles(folder).Concat(runtimeAssemblies).Distinct().SelectMany(path => Bind("--ro-bind", path)),
            .. Bind("--ro-bind", socket),
            "--chdir", "/tmp", "--setenv", "TMPDIR", Path.GetTempPath(), "--setenv", "HOME", "/tmp",
            "--remount-ro", "/",
            "--", .. command,
        ];
        var start = new ProcessStartInfo(Program, arguments);
        foreach (var name in start.Environment.Keys.Except(KeptVariables).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static IEnumerable<string> Bind(string option, string path) => [option, path, path];

    /// <summary>The worker's own assemblies and their texts; what else lies beside them is nobody's business in there.</summary>
    private static IEnumerable<string> WorkerFiles(string folder)
        => Directory.EnumerateFiles(folder, "KataKit.Worker.*")
            .Concat(Directory.EnumerateFiles(folder, "KataKit.Grading.*"))
            .Concat(Directory.EnumerateFiles(folder, "xunit.*.dll"))
            .Concat(Directory.EnumerateFiles(folder, "Microsoft.CodeAnalysis*.dll"))
            .Concat(Directory.EnumerateFiles(folder, "System.*.dll"));
}
