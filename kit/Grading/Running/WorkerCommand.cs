using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KataKit.Grading.Running;

/// <summary>How a worker process is started.</summary>
internal static class WorkerCommand
{
    private const string AssemblyFile = "KataKit.Worker.dll";

    /// <summary>Describes the start of a worker that connects to a named pipe.</summary>
    /// <exception cref="FileNotFoundException">The worker is not deployed beside this program.</exception>
    /// <exception cref="InvalidOperationException">The limits ask for a sandbox that there is not.</exception>
    public static ProcessStartInfo For(string pipeName, ImmutableArray<string> runtimeAssemblies, GradingLimits limits)
    {
        var worker = Path.Combine(AppContext.BaseDirectory, AssemblyFile);
        if (!File.Exists(worker))
        {
            throw new FileNotFoundException($"'{worker}' is missing; a program that grades must reference the project KataKit.Worker.", worker);
        }

        string[] command = [DotnetPath(), worker, pipeName];
        var start = limits.Sandbox == SandboxLevel.Bubblewrap
            ? Bubblewrap.Wrap(command, pipeName, runtimeAssemblies)
            : new ProcessStartInfo(command[0], command[1..]);

        // Drained by the grader: results never travel here, so an answer may write what it likes.
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);

        // A killed worker would leave its diagnostics socket behind in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>The <c>dotnet</c> that runs this program; another one on the PATH may lack the framework that the worker needs.</summary>
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
