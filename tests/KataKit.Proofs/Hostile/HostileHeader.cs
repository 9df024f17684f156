using System.Text.RegularExpressions;
using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>What the first lines of a file under <c>tests/Submissions/Hostile</c> promise: <c>// key: value</c>, one a line.</summary>
/// <param name="Kata">The kata that it pretends to answer.</param>
/// <param name="Attack">What it does.</param>
/// <param name="Verdict">What it gets in a process of its own; <see langword="null"/> where the file says <c>unsafe</c>: it is not run like that.</param>
/// <param name="IsRefused">Whether the guard for strangers' answers refuses to run it.</param>
/// <param name="Sandboxed">What it gets in the sandbox; <see langword="null"/> where that adds nothing.</param>
/// <param name="IsOutputTruncated">Whether it writes more than is kept.</param>
public sealed partial record HostileHeader(
    string Kata, string Attack, Verdict? Verdict, bool IsRefused, Verdict? Sandboxed, bool IsOutputTruncated)
{
    private static readonly Dictionary<string, Verdict> Verdicts = new()
    {
        ["build-error"] = Grading.Verdict.BuildError,
        ["crash"] = Grading.Verdict.Crash,
        ["memory"] = Grading.Verdict.Memory,
        ["timeout"] = Grading.Verdict.Timeout,
        ["fail"] = Grading.Verdict.Fail,
        ["pass"] = Grading.Verdict.Pass,
    };

    private static readonly string[] Known = ["kata", "attack", "verdict", "guarded", "sandboxed", "output"];

    /// <summary>Reads a header.</summary>
    /// <exception cref="FormatException">A line is missing, unknown, or has no such value.</exception>
    public static HostileHeader Parse(string source)
    {
        var lines = source.Split('\n').Select(line => Line().Match(line)).TakeWhile(match => match.Success)
            .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value);
        if (lines.Keys.FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
        {
            throw new FormatException($"A hostile file has no line '{unknown}'.");
        }

        var verdict = Required("verdict");
        return new HostileHeader(
            Required("kata"),
            Required("attack"),
            verdict == "unsafe" ? null : VerdictOf(verdict),
            lines.GetValueOrDefault("guarded") switch
            {
                null => false,
                "refused" => true,
                var other => throw new FormatException($"'guarded: {other}' is not 'refused'; without the line it is run."),
            },
            lines.TryGetValue("sandboxed", out var sandboxed) ? VerdictOf(sandboxed) : null,
            lines.GetValueOrDefault("output") == "truncated");

        string Required(string key) => lines.GetValueOrDefault(key) ?? throw new FormatException($"The line '// {key}: …' is missing.");
    }

    private static Verdict VerdictOf(string text)
        => Verdicts.TryGetValue(text, out var verdict) ? verdict : throw new FormatException($"'{text}' is none of {string.Join(", ", Verdicts.Keys)}.");

    [GeneratedRegex(@"^// (?<key>[a-z]+): (?<value>\S.*?)\s*$")]
    private static partial Regex Line();
}
