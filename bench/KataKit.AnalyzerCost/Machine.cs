namespace KataKit.AnalyzerCost;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>The load of the last minute; <c>unknown</c> where the system does not tell.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
