using System.Text.RegularExpressions;

namespace KataKit.Grading;

/// <summary>What the first lines of a file under <c>wrong/</c> promise: <c>// key: value</c>, one a line.</summary>
/// <param name="Mistake">The entry of the mistake catalogue and what it is, for example <c>ATT1 scaled by the model width</c>.</param>
/// <param name="Fails">The method of the spec that must fail because of the mistake.</param>
/// <param name="Rule">The analyzer rule that must report the mistake; <see langword="null"/> where the file says <c>none</c>.</param>
/// <param name="Verdict">How it must fail: <see cref="Verdict.Fail"/> unless the file says <c>timeout</c> or <c>crash</c>.</param>
public sealed partial record SubmissionHeader(string Mistake, string Fails, string? Rule, Verdict Verdict)
{
    private static readonly string[] Known = ["mistake", "fails", "rule", "verdict"];

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

        return new SubmissionHeader(
            Required(lines, "mistake"),
            Required(lines, "fails"),
            rule == "none" ? null : rule,
            lines.GetValueOrDefault("verdict", "fail") switch
            {
                "fail" => Verdict.Fail,
                "timeout" => Verdict.Timeout,
                "crash" => Verdict.Crash,
                var other => throw new FormatException($"'verdict: {other}' is none of fail, timeout, crash."),
            });
    }

    private static string Required(Dictionary<string, string> lines, string key)
        => lines.GetValueOrDefault(key)
            ?? throw new FormatException($"The first lines of the file must hold '// {key}: …'; it is missing.");

    [GeneratedRegex(@"^\uFEFF?// (?<key>[a-z]+): (?<value>\S.*?)\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^KATA\d{4}$")]
    private static partial Regex RuleId();
}
