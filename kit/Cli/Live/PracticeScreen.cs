using KataKit.Journal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>
/// Shows a practice: on a terminal a screen that is painted over in place, elsewhere a line a verdict. What is shown was recorded before.
/// </summary>
internal sealed class PracticeScreen(CommandContext context, KataEntry entry)
{
    private readonly VerdictView _view = new(context.Texts, context.Host.IsPainted);
    private readonly bool _isLive = context.Host.IsPainted;
    private AttemptGraded? _grade;
    private string _source = "";
    private int _saves;
    private string _painted = "";

    /// <summary>A line of the moment: a hint, a question to confirm.</summary>
    public string? Notice { get; set; }

    /// <summary>Whether the last grade is a pass.</summary>
    public bool IsGreen => _grade?.Verdict.IsPass == true;

    /// <summary>Takes the terminal; it is given back when the result is disposed of.</summary>
    public IDisposable Open() => new TerminalScreen(_isLive ? context.Host.Output : null);

    /// <summary>Shows a new grade.</summary>
    public void Show(AttemptGraded grade, string source, SessionView? session)
    {
        _grade = grade;
        _source = source;
        _saves++;
        if (_isLive)
        {
            return;
        }

        var left = session?.Left(context.Desk.Now) is { } time ? Durations.Countdown(time) + "  " : "";
        context.Console.MarkupLine($"[bold]{left}{Markup.Escape(entry.FileName)}[/] [grey]{grade.Attempt[..8]}[/]");
        context.Write(_view.Draw(grade.Verdict, source, entry.FileName, VerdictDetail.During(session?.Start.Mode, failures: 1)));
        context.Host.Output.Flush();
    }

    /// <summary>Paints the screen, if anything on it is new.</summary>
    public void Draw(SessionView? session, bool isGrading)
    {
        if (!_isLive)
        {
            return;
        }

        var (columns, rows) = context.Host.Size!();
        var painter = new FramePainter(context.Host, columns, rows);
        var frame = painter.Paint(Head(session, isGrading, columns), Body(session), Foot(session));
        if (frame != _painted)
        {
            _painted = frame;
            context.Host.Output.Write(frame);
            context.Host.Output.Flush();
        }
    }

    private IEnumerable<IRenderable> Head(SessionView? session, bool isGrading, int columns)
    {
        var clock = ClockText(session);
        var left = $"{entry.Id}{(session?.Start.Mode == SessionMode.Interview ? "  " + context.Texts["Interview"] : "")}{(isGrading ? "  …" : "")}";
        var grid = new Grid { Width = columns };
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0), Alignment = Justify.Right });
        grid.AddRow(new Markup($"[bold]{Markup.Escape(left)}[/]"), new Markup(clock));
        yield return grid;
        yield return new Rule { Style = new Style(Color.Grey) };
    }

    private string ClockText(SessionView? session)
    {
        if (session is null)
        {
            return context.Texts["NoClock"];
        }

        var now = context.Desk.Now;
        var text = session.Left(now) is { } left
            ? context.Texts["LeftOf", Durations.Countdown(left), Durations.Clock(session.Limit!.Value)]
            : Durations.Clock(session.Worked(now));
        var isShort = session.Left(now) < TimeSpan.FromMinutes(5);
        return session.IsPaused ? $"[yellow]{text} · {context.Texts["Paused"]}[/]" : isShort ? $"[red]{text}[/]" : text;
    }

    private IEnumerable<IRenderable> Body(SessionView? session)
    {
        if (_grade is null)
        {
            return [new Markup($"[grey]{context.Texts["FirstGrade"]}[/]")];
        }

        var detail = VerdictDetail.During(session?.Start.Mode, failures: 1);
        return _view.Members(_grade.Verdict)
            .Append(_view.Total(_grade.Verdict))
            .Concat(_view.Findings(_grade.Verdict, _source, entry.FileName, detail))
            .Concat(_view.Failures(_grade.Verdict, detail));
    }

    private IEnumerable<IRenderable> Foot(SessionView? session)
    {
        if (Notice is not null)
        {
            yield return new Markup($"[aqua]{Markup.Escape(Notice)}[/]");
        }

        yield return new Rule { Style = new Style(Color.Grey) };
        var keys = session switch
        {
            null => "KeysWithoutSession",
            { Start.Mode: SessionMode.Interview } => "KeysInInterview",
            _ => "KeysInPractice",
        };
        var saves = _grade is null ? "" : "  " + context.Texts["Saves", _saves, Durations.Moment(_grade.At, context.Host.Time)[11..]];
        yield return new Markup($"{context.Texts[keys]}[grey]{saves}[/]") { Overflow = Overflow.Crop };
    }
}
