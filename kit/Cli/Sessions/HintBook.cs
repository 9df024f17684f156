using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>A hint.</summary>
internal sealed record Hint(string Member, int Stage, int Stages, string Text);

/// <summary>The hints of a kata, opened stage by stage. Each is written down before it is shown.</summary>
internal sealed class HintBook(SessionDesk desk, KataEntry entry, SessionView? session)
{
    public SessionView? Session { get; } = session;

    /// <summary>The members that have hints.</summary>
    public IEnumerable<string> Members => entry.Coaching.Hints.Select(hints => hints.Member);

    /// <summary>Opens the next hint.</summary>
    /// <param name="member">The member that it is to be about, in any case; <see langword="null"/> for the first that does not pass yet.</param>
    /// <returns>The hint; <see langword="null"/> where all are open.</returns>
    public Hint? Take(string? member)
    {
        var history = desk.Read();
        var taken = history.Events.OfType<HintTaken>().Where(hint => hint.Kata == entry.Id && hint.Session == Session?.Id).ToList();
        var chosen = member is not null
            ? entry.Coaching.Hints.FirstOrDefault(hints => hints.Member.Equals(member, StringComparison.OrdinalIgnoreCase))
            : entry.Coaching.Hints.FirstOrDefault(hints => !IsDone(history, hints.Member) && StageOf(taken, hints) < hints.Stages.Count);
        if (chosen is null || StageOf(taken, chosen) >= chosen.Stages.Count)
        {
            return null;
        }

        var stage = StageOf(taken, chosen) + 1;
        desk.Append(new HintTaken { Id = desk.NewId(), At = desk.Now, Kata = entry.Id, Session = Session?.Id, Member = chosen.Member, Stage = stage });
        return new Hint(chosen.Member, stage, chosen.Stages.Count, chosen.Stages[stage - 1].Trim());
    }

    private static int StageOf(IEnumerable<HintTaken> taken, MemberHints hints)
        => taken.Where(hint => hint.Member == hints.Member).Select(hint => hint.Stage).DefaultIfEmpty(0).Max();

    private bool IsDone(PracticeHistory history, string member)
        => history.LastGradeOf(entry.Id)?.Verdict.Members.FirstOrDefault(progress => progress.Name == member) is { } progress && progress.Passed == progress.Total;
}
