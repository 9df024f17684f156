using System.Globalization;
using System.Net;
using System.Text;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>What each grade of a session complained of first, as HTML; what several grades in a row complained of, once. Matrices are drawn.</summary>
internal sealed class FailureGallery(CommandContext context, SessionView session)
{
    public string Draw()
    {
        var page = new StringBuilder();
        FailedTest? last = null;
        foreach (var grade in session.Grades)
        {
            var first = grade.Verdict.Failed.FirstOrDefault(test => test.Outcome is not ("notWritten" or "notRun"));
            if (first is not null && (first.Test, first.Message) != (last?.Test, last?.Message))
            {
                Failure(page, first, session.WorkedBefore(grade));
            }

            last = first;
        }

        return page.Length == 0 ? "" : $"<h2>{Encode(context.Texts["ReportFailures"])}</h2>\n{page}";
    }

    private void Failure(StringBuilder page, FailedTest test, TimeSpan at)
    {
        var name = VerdictView.NameOf(test);
        var threw = test.Exception is { } exception ? context.Texts["Threw", exception] + " " : "";
        page.Append(CultureInfo.InvariantCulture, $"<p><span class=\"dim\">{Durations.Clock(at)}</span> <b>{Encode(name.Member)}</b> {Encode(name.Sentence)}<br>{Encode(threw + test.Message)}</p>\n");
        if (test.Matrices is { IsSound: true } matrices)
        {
            page.Append(new HeatMapSvg(matrices, context.Texts).Draw()).Append('\n');
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
