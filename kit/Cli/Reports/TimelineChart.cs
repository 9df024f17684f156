using System.Globalization;
using System.Net;
using System.Text;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>The tests that pass over the time worked, as SVG: a step line over all, a dot for each grade, a mark for each hint.</summary>
internal sealed class TimelineChart(CommandContext context, SessionView session)
{
    private const int Width = 860;
    private const int Height = 300;
    private const int Left = 46;
    private const int Right = 16;
    private const int Top = 16;
    private const int Bottom = 34;

    private static readonly string[] Colours = ["#1b7a37", "#2a6fb0", "#b0632a", "#7a3fa0", "#a03f6b", "#3f8f8f", "#8f8f3f", "#555577"];

    public string Draw()
    {
        var grades = session.Grades.Select(grade => (Grade: grade, At: session.WorkedBefore(grade))).ToList();
        var total = Math.Max(grades.Max(grade => grade.Grade.Verdict.Total), 1);
        var end = Math.Max(Math.Max(session.Worked(session.End?.At ?? context.Desk.Now).TotalSeconds, grades[^1].At.TotalSeconds), 1);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(context.Texts["ReportTimeline"])}\">\n");
        Axes(svg, total, end);

        // A grade without tests, as one that did not compile, says nothing about the tests: the line goes on as it was.
        var tested = grades.Where(grade => grade.Grade.Verdict.Total > 0).ToList();
        Step(svg, [.. tested.Select(grade => (grade.At.TotalSeconds, (double)grade.Grade.Verdict.Passed))], total, end, "#888", 3);
        var members = tested.Count > 0 ? tested[^1].Grade.Verdict.Members : [];
        foreach (var (member, index) in members.Select((member, index) => (member, index)))
        {
            var colour = Colours[index % Colours.Length];
            Step(svg, [.. tested.Select(grade => (grade.At.TotalSeconds, PassedOf(grade.Grade, member.Name)))], total, end, colour, 1.5);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 8}\" y=\"{Top + 14 + (16 * index)}\" style=\"fill:{colour}\">{WebUtility.HtmlEncode(member.Name)}</text>\n");
        }

        foreach (var (grade, at) in grades)
        {
            var y = Y(grade.Verdict.Total > 0 ? grade.Verdict.Passed : 0, total);
            var colour = grade.Verdict.IsPass ? "#1b7a37" : grade.Verdict.Total > 0 ? "#888" : "#a33";
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(at.TotalSeconds, end):0.#}\" cy=\"{y:0.#}\" r=\"4\" fill=\"{colour}\"><title>{Durations.Clock(at)} {WebUtility.HtmlEncode(grade.Verdict.Outcome)} {grade.Verdict.Passed}/{grade.Verdict.Total}</title></circle>\n");
        }

        foreach (var hint in session.Hints)
        {
            var x = X(session.WorkedBefore(hint).TotalSeconds, end);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" y1=\"{Top}\" x2=\"{x:0.#}\" y2=\"{Height - Bottom}\" stroke=\"#c90\" stroke-dasharray=\"3 3\"><title>{WebUtility.HtmlEncode(hint.Member)} {hint.Stage}</title></line>\n");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Axes(StringBuilder svg, int total, double end)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"#999\"/>\n");
        for (var i = 0; i <= 4; i++)
        {
            var tests = (int)Math.Round(total * i / 4.0);
            var seconds = end * i / 4;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Y(tests, total) + 4:0.#}\" text-anchor=\"end\">{tests}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(seconds, end):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Durations.Clock(TimeSpan.FromSeconds(seconds))}</text>\n");
        }
    }

    private static void Step(StringBuilder svg, IReadOnlyList<(double Seconds, double Tests)> points, int total, double end, string colour, double width)
    {
        if (points.Count == 0)
        {
            return;
        }

        var path = new StringBuilder();
        foreach (var (point, index) in points.Select((point, index) => (point, index)))
        {
            var (x, y) = (X(point.Seconds, end), Y(point.Tests, total));
            path.Append(index == 0
                ? string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}")
                : string.Create(CultureInfo.InvariantCulture, $"H{x:0.#}V{y:0.#}"));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}H{X(end, end):0.#}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n");
    }

    private static double PassedOf(AttemptGraded grade, string name)
        => grade.Verdict.Members.FirstOrDefault(member => member.Name == name)?.Passed ?? 0;

    private static double X(double seconds, double end) => Left + ((Width - Left - Right) * seconds / end);

    private static double Y(double tests, int total) => Height - Bottom - ((Height - Top - Bottom) * tests / total);
}
