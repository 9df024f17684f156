using KataKit.Journal;
using KataKit.TestLogger;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>How much of a verdict is shown.</summary>
/// <param name="Findings">The squiggles; those of the compiler are shown in any case.</param>
/// <param name="Lessons">What the failures say, beside their names.</param>
/// <param name="Failures">The number of failures shown.</param>
/// <param name="NotWritten">Whether members that are not written yet are shown test by test.</param>
internal sealed record VerdictDetail(bool Findings, bool Lessons, int Failures, bool NotWritten = false)
{
    /// <summary>What a session of a mode shows while it runs.</summary>
    public static VerdictDetail During(SessionMode? mode, int failures)
        => mode == SessionMode.Interview ? new(Findings: false, Lessons: false, failures) : new(Findings: true, Lessons: true, failures);
}

/// <summary>Draws a verdict: tests by member, squiggles, failures, the total.</summary>
/// <param name="texts">The language.</param>
/// <param name="isPainted">Whether a terminal shows it.</param>
internal sealed class VerdictView(Texts texts, bool isPainted)
{
    private const int BarWidth = 20;
    private const int MostFindings = 5;
    private const int MostMessageLines = 20;
    private const int CodeWidth = 70;
    private const int ContextWidth = 24;

    /// <summary>Draws a verdict from the top to the bottom.</summary>
    public IEnumerable<IRenderable> Draw(VerdictRecord verdict, string source, string fileName, VerdictDetail detail)
        => Members(verdict)
            .Concat(Findings(verdict, source, fileName, detail))
            .Concat(Failures(verdict, detail))
            .Append(Total(verdict));

    public IEnumerable<IRenderable> Members(VerdictRecord verdict)
    {
        var width = verdict.Members.Select(member => member.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var member in verdict.Members)
        {
            var full = member.Total == 0 ? 0 : BarWidth * member.Passed / member.Total;
            var colour = member.Passed == member.Total ? "green" : member.Passed == 0 ? "grey" : "yellow";
            yield return new Markup(
                $"{Markup.Escape(member.Name.PadRight(width))}  [{colour}]{new string('█', full)}{new string('░', BarWidth - full)}[/]  {member.Passed,3}/{member.Total}");
        }
    }

    /// <summary>The squiggles, each under its line of the source.</summary>
    public IEnumerable<IRenderable> Findings(VerdictRecord verdict, string source, string fileName, VerdictDetail detail)
    {
        var shown = verdict.Findings.Where(finding => detail.Findings || finding.Severity == "error").ToList();
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        foreach (var finding in shown.Take(MostFindings))
        {
            yield return Text.Empty;
            yield return new Markup(
                $"[{ToneOf(finding)}]{Markup.Escape($"{fileName}:{finding.Line}:{finding.Column}")} {Markup.Escape(finding.Id)}[/] {Markup.Escape(finding.Message)}");
            if (finding.Line >= 1 && finding.Line <= lines.Length)
            {
                yield return Squiggle(finding, lines[finding.Line - 1]);
            }
        }

        if (shown.Count > MostFindings)
        {
            yield return new Markup(texts["MoreFindings", shown.Count - MostFindings]);
        }
    }

    public IEnumerable<IRenderable> Failures(VerdictRecord verdict, VerdictDetail detail)
    {
        // What is not written yet needs no lesson: the bars say how much of it there is.
        var wrong = verdict.Failed.Where(test => detail.NotWritten || test.Outcome is not ("notWritten" or "notRun")).ToList();
        foreach (var test in wrong.Take(detail.Failures))
        {
            yield return Text.Empty;
            foreach (var part in Failure(test, detail.Lessons))
            {
                yield return part;
            }
        }

        if (wrong.Count == 0 && verdict.Failed.FirstOrDefault(test => test.Outcome == "notWritten") is { } next)
        {
            var name = NameOf(next);
            yield return Text.Empty;
            yield return new Markup($"{texts["WriteNext"]} [bold]{Markup.Escape(name.Member)}[/] {Markup.Escape(name.Sentence)}");
        }

        if (wrong.Count > detail.Failures)
        {
            yield return Text.Empty;
            yield return new Markup($"[grey]{texts["MoreFailures", wrong.Count - detail.Failures]}[/]");
        }
    }

    public IRenderable Total(VerdictRecord verdict)
    {
        var notWritten = verdict.Failed.Count(test => test.Outcome == "notWritten");
        var text = verdict.Outcome switch
        {
            "pass" => $"[green]{texts["AllPassed", verdict.Total]}[/]",
            "buildError" => $"[red]{texts["DoesNotCompile", verdict.Findings.Count(finding => finding.Severity == "error")]}[/]",
            "fail" => $"[yellow]{texts["SomeFailed", verdict.Passed, verdict.Total, notWritten, verdict.Total - verdict.Passed - notWritten]}[/]",
            "timeout" => $"[red]{texts["TimedOut", Markup.Escape(verdict.Reason ?? "")]}[/]",
            "crash" => $"[red]{texts["Crashed", Markup.Escape(verdict.Reason ?? "")]}[/]",
            "memory" => $"[red]{texts["OutOfMemory", Markup.Escape(verdict.Reason ?? "")]}[/]",
            "refused" => $"[red]{texts["RefusedToRun", Markup.Escape(verdict.Reason ?? "")]}[/]",
            "noTests" => $"[red]{texts["NoTestsRan"]}[/]",
            _ => $"[red]{texts["GraderFailed", Markup.Escape(verdict.Reason ?? "")]}[/]",
        };
        return new Rows(Text.Empty, new Markup($"{text} [grey]{Math.Round(verdict.Milliseconds)} ms[/]"));
    }

    private IEnumerable<IRenderable> Failure(FailedTest test, bool withLesson)
    {
        var name = NameOf(test);
        yield return new Markup($"[red]x[/] [bold]{Markup.Escape(name.Member)}[/] {Markup.Escape(name.Sentence)}");
        var message = test.Outcome switch
        {
            "notWritten" => texts["NotWritten"],
            "notRun" => texts["NotRun"],
            _ when !withLesson => null,
            _ => (test.Exception is { } exception ? texts["Threw", exception] + " " : "") + test.Message,
        };
        if (message is not null)
        {
            yield return new Padder(new Text(Shortened(message)), new Padding(2, 0, 0, 0));
        }

        if (withLesson && test.Matrices is { IsSound: true } matrices)
        {
            yield return new HeatMap(matrices, texts, isPainted);
        }
    }

    /// <summary>The member and the sentence of a failed test.</summary>
    public static TestName NameOf(FailedTest test)
    {
        var parenthesis = test.Test.IndexOf('(', StringComparison.Ordinal);
        return TestName.Parse(parenthesis < 0 ? test.Test : test.Test[..parenthesis], test.Test);
    }

    private string Shortened(string message)
    {
        var lines = message.ReplaceLineEndings("\n").TrimEnd().Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)).ToList();
        return lines.Count <= MostMessageLines
            ? string.Join('\n', lines)
            : string.Join('\n', lines.Take(MostMessageLines)) + "\n" + texts["MessageCut", lines.Count - MostMessageLines];
    }

    private static IRenderable Squiggle(Finding finding, string line)
    {
        // Tabs count as one column for the compiler; drawn as one space each, the squiggle stands where it belongs.
        var code = line.Replace('\t', ' ');
        var trimmed = code.TrimStart();
        var start = Math.Clamp(finding.Column - 1 - (code.Length - trimmed.Length), 0, trimmed.Length);
        var length = Math.Clamp(finding.Length, 1, Math.Max(trimmed.Length - start, 1));
        if (start + Math.Min(length, ContextWidth) > CodeWidth)
        {
            // The place counts, not the beginning of the line.
            var skipped = start - ContextWidth;
            trimmed = "…" + trimmed[(skipped + 1)..];
            start -= skipped;
        }

        // A line that wraps would push the squiggle away from its place.
        trimmed = trimmed.Length > CodeWidth ? trimmed[..(CodeWidth - 1)] + "…" : trimmed;
        length = Math.Clamp(length, 1, Math.Max(CodeWidth - start, 1));
        var gutter = $"{finding.Line,5} │ ";
        return new Rows(
            new Text(gutter + trimmed) { Overflow = Overflow.Ellipsis },
            new Markup($"[{ToneOf(finding)}]{new string(' ', 5)} │ {new string(' ', start)}{new string('~', length)}[/]") { Overflow = Overflow.Ellipsis });
    }

    private static string ToneOf(Finding finding) => finding.Severity == "error" ? "red" : finding.Severity == "warning" ? "yellow" : "blue";
}
