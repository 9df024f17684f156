using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace KataKit.TestLogger;

/// <summary>
/// The verdict on a kata as text: a line for each test that did not pass, grouped by contract member, then how far each member is, then
/// the total.
/// </summary>
/// <param name="texts">The wording.</param>
/// <param name="columns">The width of the page.</param>
internal sealed class Report(Texts texts, int columns)
{
    private const int MostMessageLines = 20;
    private const int MostOutputLines = 200;
    private const int WidestMember = 16;

    /// <summary>Writes the report.</summary>
    /// <param name="tests">The finished tests in the order in which they ended.</param>
    /// <param name="output">What the answer wrote to the console.</param>
    /// <param name="end">How the run ended.</param>
    /// <returns>The lines.</returns>
    public IEnumerable<ReportLine> Lines(IReadOnlyList<TestRecord> tests, IReadOnlyList<string> output, RunEnd end)
    {
        var members = tests.GroupBy(test => test.Name.Member).ToList();
        var width = Math.Min(members.Select(member => member.Key.Length).DefaultIfEmpty(0).Max(), WidestMember);
        var crash = end == RunEnd.Aborted ? Crash.Read(output) : null;
        return Output(crash?.Output ?? output, ofTests: tests.Count > 0 || end != RunEnd.Completed)
            .Concat(members.SelectMany(member => Group(member, width)))
            .Concat(Progress(members))
            .Concat(Total(tests, end, crash));
    }

    private IEnumerable<ReportLine> Output(IReadOnlyList<string> output, bool ofTests)
    {
        if (output.Count == 0)
        {
            yield break;
        }

        yield return new ReportLine("");
        if (ofTests)
        {
            yield return new ReportLine(texts.YourOutput());
        }

        foreach (var line in output.Take(MostOutputLines))
        {
            yield return new ReportLine("  | " + line);
        }

        if (output.Count > MostOutputLines)
        {
            yield return new ReportLine("  " + texts.OutputCut(output.Count - MostOutputLines));
        }
    }

    private IEnumerable<ReportLine> Group(IEnumerable<TestRecord> member, int width)
    {
        var notPassed = member.Where(test => test.Outcome != TestOutcome.Passed).ToList();
        return notPassed.Count == 0
            ? []
            : notPassed.SelectMany(test => Test(test, width)).Prepend(new ReportLine(""));
    }

    private IEnumerable<ReportLine> Test(TestRecord test, int width)
    {
        var (mark, tone) = test.Failure?.Kind switch
        {
            null => ("-", Tone.Plain),
            FailureKind.NotWritten => ("x", Tone.Pending),
            _ => ("x", Tone.Bad),
        };
        var head = $"  {mark} {test.Name.Member.PadRight(width)}  ";
        var text = Explained(test).ToList();
        text[0] = $"{test.Name.Sentence.TrimStart()} — {text[0]}";

        // A stub's lines stay whole even where they are longer than the page: one test, one line.
        return test.Failure?.Kind == FailureKind.NotWritten
            ? [new ReportLine(head + text[0], tone)]
            : Indented(head, text.SelectMany(line => Paragraph.Wrap(line, columns, head.Length)), tone);
    }

    private IEnumerable<string> Explained(TestRecord test)
    {
        if (test.Failure is not { } failure)
        {
            return [texts.Skipped(test.SkipReason)];
        }

        if (failure.Kind == FailureKind.NotWritten)
        {
            return [texts.NotWritten(failure.ExceptionType)];
        }

        var lines = failure.Message.ToList();
        lines[0] = failure.Kind == FailureKind.Threw ? texts.Threw(failure.ExceptionType, lines[0]) : lines[0];
        if (lines.Count > MostMessageLines)
        {
            var cut = lines.Count - MostMessageLines;
            lines.RemoveRange(MostMessageLines, cut);
            lines.Add(texts.MessageCut(cut));
        }

        lines[lines.Count - 1] += failure.Location.Length > 0 ? $" ({failure.Location})" : "";
        return lines;
    }

    private static IEnumerable<ReportLine> Indented(string head, IEnumerable<string> lines, Tone tone)
        => lines.Select((line, index) => index == 0
            ? new ReportLine(head + line, tone)
            : new ReportLine(new string(' ', head.Length) + line));

    private IEnumerable<ReportLine> Progress(List<IGrouping<string, TestRecord>> members)
    {
        if (members.Count == 0)
        {
            return [];
        }

        // A line must not break between a member and its count, so they are held together until it is laid out.
        var entries = members.Select(member => $"{member.Key}\u00A0{member.Count(Passed)}/{member.Count()} ");
        return Paragraph.Wrap(string.Join(" ", entries).TrimEnd(), columns, indent: 2)
            .Select(line => new ReportLine("  " + line.TrimEnd().Replace('\u00A0', ' ')))
            .Prepend(new ReportLine(""));
    }

    private IEnumerable<ReportLine> Total(IReadOnlyList<TestRecord> tests, RunEnd end, Crash? crash)
    {
        var passed = tests.Count(Passed);
        var failed = tests.Count(test => test.Failure is not null);
        var notWritten = tests.Count(test => test.Failure?.Kind == FailureKind.NotWritten);
        var (text, tone) = end switch
        {
            RunEnd.Cancelled => (texts.Cancelled(tests.Count), Tone.Bad),
            RunEnd.Aborted when crash?.Method is { } method => ($"{texts.Aborted(tests.Count)} {texts.CrashedIn(method)}", Tone.Bad),
            RunEnd.Aborted => (texts.Aborted(tests.Count), Tone.Bad),
            _ when passed + failed == 0 => (texts.NoTests(), Tone.Bad),
            _ when failed > 0 => (texts.SomeFailed(passed, tests.Count, notWritten, failed - notWritten), Tone.Bad),
            _ when passed < tests.Count => (texts.SomeSkipped(passed, tests.Count, tests.Count - passed), Tone.Pending),
            _ => (texts.AllPassed(passed), Tone.Good),
        };
        return Paragraph.Wrap(text, columns, indent: 0).Select(line => new ReportLine(line, tone)).Prepend(new ReportLine(""));
    }

    private static bool Passed(TestRecord test) => test.Outcome == TestOutcome.Passed;
}
