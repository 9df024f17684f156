using System.Diagnostics;
using System.Globalization;

namespace KataKit.Grading.Running;

/// <summary>What a process and all that it has started use at a moment.</summary>
/// <param name="Bytes">Physical memory.</param>
/// <param name="ProcessorTime">Processor time so far, of those that still run.</param>
/// <param name="Processes">How many they are.</param>
internal readonly record struct ProcessUse(long Bytes, TimeSpan ProcessorTime, int Processes)
{
    // Places in /proc/<pid>/stat, counted behind the name, which is in brackets and may hold anything.
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int ResidentPages = 21;

    /// <summary>The kernel's unit of time in this file, whatever its own clock is.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Looks at a process. Where the platform does not tell descendants, it is looked at alone.</summary>
    public static ProcessUse Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return OfTree(process.Id);
            }

            process.Refresh();
            return new ProcessUse(process.WorkingSet64, process.TotalProcessorTime, 1);
        }
        catch (InvalidOperationException)
        {
            // It has just ended; the channel will tell.
            return default;
        }
    }

    private static ProcessUse OfTree(int root)
    {
        var (use, pending) = (default(ProcessUse), new Stack<int>([root]));
        while (pending.TryPop(out var id))
        {
            try
            {
                use = use.With(File.ReadAllText($"/proc/{id}/stat"));
                foreach (var thread in Directory.EnumerateDirectories($"/proc/{id}/task"))
                {
                    foreach (var child in File.ReadAllText(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        pending.Push(int.Parse(child, CultureInfo.InvariantCulture));
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has just ended, or runs as another user, who is answerable for it.
            }
        }

        return use;
    }

    private ProcessUse With(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[UserTime]) + Number(fields[SystemTime]);
        return new ProcessUse(
            Bytes + (Number(fields[ResidentPages]) * Environment.SystemPageSize),
            ProcessorTime + TimeSpan.FromSeconds(ticks / TicksPerSecond),
            Processes + 1);
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
