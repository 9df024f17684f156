using System.Globalization;
using System.Text.RegularExpressions;

namespace KataKit.Grading;

/// <summary>What the first lines of a wrong answer promise: <c>// key: value</c>, one a line.</summary>
/// <param name="Mistake">The entry of the mistake catalogue and what it is, for example <c>ATT1 scaled by the model width</c>.</param>
/// <param name="Fails">The method of the spec that must fail because of the mistake.</param>
/// <param name="Rule">The analyzer rule that must report the mistake; <see langword="null"/> where the file says <c>none</c>.</param>
/// <param name="Verdict">How it must fail: <see cref="Verdict.Fail"/> unless the file says <c>timeout</c>, <c>crash</c> or <c>memory</c>.</param>
public sealed partial record SubmissionHeader(string Mistake, string Fails, string? Rule, Verdict Verdict)
{
    private static readonly string[] Known = ["mistake", "zh", "fails", "rule", "at", "nth", "verdict"];

    /// <summary>What the mistake is in Chinese, without its identifier; <see langword="null"/> where the file does not say it.</summary>
    public string? Chinese { get; init; }

    /// <summary>
    /// A piece of the line on which the rule must report, as it stands in the file; <see langword="null"/> where no rule is to report.
    /// </summary>
    public string? At { get; init; }

    /// <summary>Which of the lines that hold <see cref="At"/> is meant, from 1; 0 where there is only one.</summary>
    public int Nth { get; init; }

    /// <summary>Reads the header of a wrong answer.</summary>
    /// <param name="source">The file's text.</param>
    /// <returns>The header.</returns>
    /// <exception cref="FormatException">A line is missing, unknown, or given twice, or has no such value.</exception>
    public static SubmissionHeader Parse(string source)
    {
        var lines = new Dictionary<string, string>();
        foreach (var match in source.Split('\n').Select(line => Line().Match(line)).TakeWhile(match => match.Success))
        {
            var key = match.Groups["key"].Value;
            if (!Known.Contains(key))
            {
                throw new FormatException($"The header has no line '{key}'. Its lines are: {string.Join(", ", Known)}.");
            }

            if (!lines.TryAdd(key, match.Groups["value"].Value))
            {
                throw new FormatException($"The header gives '{key}' twice.");
            }
        }

        var rule = Required(lines, "rule");
        if (rule != "none" && !RuleId().IsMatch(rule))
        {
            throw new FormatException($"'rule: {rule}' is neither an identifier such as KATA1001 nor 'none'.");
        }

        if (rule != "none" && !lines.ContainsKey("at"))
        {
            throw new FormatException($"The header names {rule} and does not say where it must report: '// at: …' with a piece of that line.");
        }

        if (rule == "none" && lines.ContainsKey("at"))
        {
            throw new FormatException("The header says 'at', where a rule must report, but no rule is to report.");
        }

        var header = new SubmissionHeader(
            Required(lines, "mistake"),
            Required(lines, "fails"),
            rule == "none" ? null : rule,
            lines.GetValueOrDefault("verdict", "fail") switch
            {
                "fail" => Verdict.Fail,
                "timeout" => Verdict.Timeout,
                "crash" => Verdict.Crash,
                "memory" => Verdict.Memory,
                var other => throw new FormatException($"'verdict: {other}' is none of fail, timeout, crash, memory."),
            })
        {
            Chinese = lines.GetValueOrDefault("zh"),
            At = lines.GetValueOrDefault("at"),
            Nth = lines.GetValueOrDefault("nth") is not { } nth ? 0
                : int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : throw new FormatException($"'nth: {nth}' is no number from 1 on."),
        };
        _ = header.LineIn(source);
        return header;
    }

    /// <summary>The line of the mistake, from 1; <see langword="null"/> where the header does not say <c>at</c>.</summary>
    /// <param name="source">The file's text, or that of a variant of the file.</param>
    /// <exception cref="FormatException">The text of <see cref="At"/> stands on too few lines, or on several and <see cref="Nth"/> does not say which.</exception>
    public int? LineIn(string source)
    {
        if (At is null)
        {
            return null;
        }

        var lines = source.Split('\n');
        var found = Enumerable.Range(0, lines.Length)
            .SkipWhile(line => Line().IsMatch(lines[line]))
            .Where(line => lines[line].Contains(At, StringComparison.Ordinal))
            .ToList();
        return found.Count == 1 && Nth == 0 ? found[0] + 1
            : found.Count > 1 && Nth > 0 && Nth <= found.Count ? found[Nth - 1] + 1
            : throw new FormatException($"'at: {At}' must be a piece of one line of the file, or '// nth: …' say which line is meant; it is on {found.Count}.");
    }

    /// <summary>Whether a line has the form of a header's line: <c>// key: value</c>.</summary>
    internal static bool IsHeaderLine(string line) => Line().IsMatch(line);

    private static string Required(Dictionary<string, string> lines, string key)
        => lines.GetValueOrDefault(key)
            ?? throw new FormatException($"The first lines of the file must hold '// {key}: …'; it is missing.");

    [GeneratedRegex(@"^\uFEFF?// (?<key>[a-z]+): (?<value>\S.*?)\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^KATA\d{4}$")]
    private static partial Regex RuleId();
}
