using System.Diagnostics;

namespace KataKit.Bench;

/// <summary>What the machine does meanwhile.</summary>
internal static class Machine
{
    /// <summary>The load averages, where the platform tells them. A figure that was taken under load is worth less than its ratio to its neighbours.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    /// <summary>The workers that this process has started and that still run.</summary>
    public static IReadOnlyList<Process> Workers() => WorkersOf(Environment.ProcessId);

    /// <summary>The workers that a process has started and that still run, by the name of their assembly in the command line.</summary>
    public static IReadOnlyList<Process> WorkersOf(int parent)
        => [.. Process.GetProcessesByName("dotnet").Where(process => IsWorkerOf(parent, process.Id))];

    /// <summary>Hands over each line that a process writes, to either of its outputs.</summary>
    public static void ReadLines(Process process, Action<string> look)
    {
        process.OutputDataReceived += Look;
        process.ErrorDataReceived += Look;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Look(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } text)
            {
                look(text);
            }
        }
    }

    /// <summary>Physical memory in megabytes.</summary>
    public static double Megabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    private static bool IsWorkerOf(int parent, int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString() && File.ReadAllText($"/proc/{id}/cmdline").Contains("KataKit.Worker.dll", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
