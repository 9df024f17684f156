using System.CommandLine;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>The options that say what an answer may use up and reach.</summary>
internal sealed class LimitOptions
{
    private readonly Option<double?> _testSeconds;
    private readonly Option<double?> _totalSeconds;
    private readonly Option<int?> _megabytes;
    private readonly Option<bool> _trusted;
    private readonly Option<bool> _sandbox;

    public LimitOptions(Texts texts)
    {
        _testSeconds = new("--test-seconds") { Description = texts["OptionTestSeconds"] };
        _totalSeconds = new("--total-seconds") { Description = texts["OptionTotalSeconds"] };
        _megabytes = new("--memory") { Description = texts["OptionMemory"], HelpName = "MB" };
        _trusted = new("--trusted") { Description = texts["OptionTrusted"] };
        _sandbox = new("--sandbox") { Description = texts["OptionSandbox"] };
    }

    public IEnumerable<Symbol> All => [_testSeconds, _totalSeconds, _megabytes, _trusted, _sandbox];

    public GradingLimits Read(ParseResult parsed, CommandContext context)
    {
        var limits = context.Host.Limits;
        var heap = parsed.GetValue(_megabytes) is { } megabytes ? Within(megabytes, 64, 1 << 20, "--memory", context) * (1L << 20) : limits.HeapBytes;
        if (parsed.GetValue(_sandbox) && Bubblewrap.WhyUnavailable() is { } reason)
        {
            throw new CliException(context.Texts["NoSandbox", reason]);
        }

        return limits with
        {
            TestTime = Seconds(parsed.GetValue(_testSeconds), "--test-seconds", context) ?? limits.TestTime,
            TotalTime = Seconds(parsed.GetValue(_totalSeconds), "--total-seconds", context) ?? limits.TotalTime,
            HeapBytes = heap,
            ProcessBytes = Math.Max(limits.ProcessBytes, 2 * heap),
            RefuseEscapes = !parsed.GetValue(_trusted),
            Sandbox = parsed.GetValue(_sandbox) ? SandboxLevel.Bubblewrap : SandboxLevel.None,
        };
    }

    private static TimeSpan? Seconds(double? seconds, string option, CommandContext context)
        => seconds is null ? null : TimeSpan.FromSeconds(Within(seconds.Value, 0.1, 3600, option, context));

    private static T Within<T>(T value, T least, T most, string option, CommandContext context)
        where T : IComparable<T>
        => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0 ? value : throw new CliException(context.Texts["LimitOutOfRange", option, least, most, value]);
}
