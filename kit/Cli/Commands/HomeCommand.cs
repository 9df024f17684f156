using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>Bare <c>kata</c>: where am I, what is due, what next.</summary>
internal static class HomeCommand
{
    public static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
        var history = context.Desk.Read();
        var now = context.Desk.Now;
        var due = ReviewPlan.OfKatas(history).Where(review => review.DueAt <= now && context.Library.FindById(review.Subject) is not null).ToList();
        var questions = ReviewPlan.OfQuestions(history).Count(review => review.DueAt <= now);
        var next = Next(context, history, due);
        if (context.Json)
        {
            context.WriteJson(new
            {
                Open = open is null ? null : new { open.Kata, open.Start.Mode, open.IsPaused, LeftSeconds = open.Left(now)?.TotalSeconds, open.LastGrade?.Verdict.Passed, open.LastGrade?.Verdict.Total },
                Due = due.Select(review => new { review.Subject, review.DueAt }),
                QuestionsDue = questions,
                Next = next?.Id,
                context.Library.Root,
                Data = context.Desk.Folder.Path,
            });
            return ExitCode.Pass;
        }

        if (open is not null)
        {
            ShowOpen(context, open, now);
            return ExitCode.Pass;
        }

        context.Say("HomeNoSession");
        if (due.Count > 0)
        {
            context.Say("HomeDue", string.Join(", ", due.Select(review => review.Subject)));
        }

        if (questions > 0)
        {
            context.Say("HomeQuestions", questions);
        }

        context.Say(next is null ? "HomeAllDone" : "HomeNext", next?.Id, next?.Page.Minutes);
        context.Say("HomeMore");
        return ExitCode.Pass;
    }

    private static void ShowOpen(CommandContext context, SessionView open, DateTimeOffset now)
    {
        var left = open.Left(now) is { } time ? Durations.Countdown(time) : "∞";
        context.Say(open.IsPaused ? "HomePaused" : "HomeOpen", open.Kata, left);
        if (open.LastGrade is { } grade)
        {
            context.Write(new VerdictView(context.Texts, context.Host.IsPainted).Members(grade.Verdict));
        }

        context.Say(open.IsPaused ? "HomeResume" : "HomeWatch");
    }

    /// <summary>What is due, else the easiest kata that was not passed yet.</summary>
    private static KataEntry? Next(CommandContext context, PracticeHistory history, IReadOnlyList<Review> due)
    {
        if (due.Count > 0)
        {
            return context.Library.FindById(due[0].Subject);
        }

        var passed = history.Events.OfType<AttemptGraded>().Where(grade => grade.Verdict.IsPass).Select(grade => grade.Kata).ToHashSet();
        return context.Library.Entries
            .OrderBy(entry => entry.Page.Difficulty).ThenBy(entry => entry.Page.Minutes).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .FirstOrDefault(entry => !passed.Contains(entry.Id));
    }
}
