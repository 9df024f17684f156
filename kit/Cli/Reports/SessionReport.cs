using System.Globalization;
using System.Net;
using System.Text;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>
/// Writes a session as one HTML page: how the tests turned green, the mistakes made and mended, every grade, the last text. The page
/// holds no script and asks for nothing from elsewhere.
/// </summary>
internal sealed class SessionReport(CommandContext context, SessionView session)
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1c1c1c; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        table { border-collapse: collapse; } th, td { text-align: left; padding: .15rem .9rem .15rem 0; vertical-align: top; }
        pre { overflow-x: auto; background: #f5f5f3; padding: 1rem; font-size: 13px; line-height: 1.4; }
        .line { color: #8a8a8a; user-select: none; } .marked { background: #ffe9b8; } .note { color: #8a5a00; }
        .pass { color: #1b7a37; } .fail { color: #a33; } .dim { color: #666; }
        svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: #444; }
        @media (prefers-color-scheme: dark) {
          body { color: #e6e6e6; background: #16181a; } pre { background: #22262a; } svg text { fill: #bbb; }
          .marked { background: #574512; } .note { color: #e0b050; } .pass { color: #62c37a; } .fail { color: #f08a8a; } .dim { color: #999; }
        }
        """;

    private readonly Texts _texts = context.Texts;

    public string Write()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{(_texts.IsChinese ? "zh-Hans" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Encode(session.Kata)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        Summary(page);
        if (session.Grades.Any())
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(_texts["ReportTimeline"])}</h2>\n{new TimelineChart(context, session).Draw()}\n");
            Mistakes(page);
            page.Append(new FailureGallery(context, session).Draw());
            Grades(page);
            Source(page);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private void Summary(StringBuilder page)
    {
        var title = context.Library.FindById(session.Kata)?.Page.Title ?? session.Kata;
        var worked = session.Worked(context.Desk.Now);
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(title)}</h1>\n<table>\n");
        Row(page, "HeaderWhen", Durations.Moment(session.Start.At, context.Host.Time));
        Row(page, "HeaderMode", _texts[session.Start.Mode == SessionMode.Interview ? "Interview" : "Practice"]);
        Row(page, "HeaderTime", Durations.Clock(worked) + (session.Limit is { } limit ? " / " + Durations.Clock(limit) : ""));
        Row(page, "HeaderEnd", _texts[session.End?.Ending switch
        {
            null => "StateOpen",
            SessionEnding.Finished => "StateFinished",
            SessionEnding.GaveUp => "StateGaveUp",
            _ => "StateTimeUp",
        }]);
        Row(page, "HeaderState", _texts[session.IsPassed ? "Passed" : "NotPassed"]);
        Row(page, "HeaderHints", string.Join(", ", session.Hints.Select(hint => $"{hint.Member} {hint.Stage} ({Durations.Clock(session.WorkedBefore(hint))})")));
        page.Append("</table>\n");
    }

    private void Row(StringBuilder page, string key, string value)
    {
        if (value.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Encode(_texts[key])}</th><td>{Encode(value)}</td></tr>\n");
        }
    }

    private void Mistakes(StringBuilder page)
    {
        var mistakes = MistakeLedger.Of(session);
        if (mistakes.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(_texts["ReportMistakes"])}</h2>\n<table>\n<tr><th></th><th>{Encode(_texts["ReportMade"])}</th><th>{Encode(_texts["ReportMended"])}</th><th></th></tr>\n");
        foreach (var mistake in mistakes)
        {
            var mended = mistake.MendedAfter is { } time ? $"<td class=\"pass\">{Durations.Clock(time)}</td>" : $"<td class=\"fail\">{Encode(_texts["ReportStands"])}</td>";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(mistake.Id)}</td><td>{Durations.Clock(mistake.MadeAfter)}</td>{mended}<td>{Encode(mistake.Message)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private void Grades(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(_texts["ReportGrades"])}</h2>\n<table>\n<tr><th>{Encode(_texts["HeaderTime"])}</th><th>{Encode(_texts["HeaderTests"])}</th>");
        var members = session.LastGrade!.Verdict.Members.Select(member => member.Name).ToList();
        page.Append(string.Concat(members.Select(member => $"<th>{Encode(member)}</th>"))).Append("<th></th></tr>\n");
        foreach (var grade in session.Grades)
        {
            var verdict = grade.Verdict;
            var total = verdict.Total > 0 ? $"{verdict.Passed}/{verdict.Total}" : Encode(verdict.Outcome);
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Durations.Clock(session.WorkedBefore(grade))}</td><td class=\"{(verdict.IsPass ? "pass" : "fail")}\">{total}</td>");
            page.Append(string.Concat(members.Select(name => $"<td>{verdict.Members.FirstOrDefault(member => member.Name == name)?.Passed}</td>")));
            page.Append(CultureInfo.InvariantCulture, $"<td class=\"note\">{Encode(string.Join(' ', verdict.Findings.Select(finding => finding.Id).Distinct()))}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private void Source(StringBuilder page)
    {
        if (context.Desk.Attempts.Find(session.LastGrade!.Attempt) is not { } source)
        {
            return;
        }

        var findings = session.LastGrade.Verdict.Findings.ToLookup(finding => finding.Line);
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(_texts["ReportSource"])}</h2>\n<pre>");
        foreach (var (line, index) in source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select((line, index) => (line, index + 1)))
        {
            var code = findings[index].Any() ? $"<span class=\"marked\">{Encode(line)}</span>" : Encode(line);
            page.Append(CultureInfo.InvariantCulture, $"<span class=\"line\">{index,4} </span>{code}\n");
            page.Append(string.Concat(findings[index].Select(finding => $"<span class=\"note\">     {Encode($"{finding.Id}: {finding.Message}")}</span>\n")));
        }

        page.Append("</pre>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
