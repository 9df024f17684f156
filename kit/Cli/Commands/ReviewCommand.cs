using System.CommandLine;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata review</c>: what is to be done again, and when.</summary>
internal static class ReviewCommand
{
    public static Command Create(CommandOptions options)
    {
        var all = new Option<bool>("--all") { Description = options.Texts["OptionAllReviews"] };
        return options.Command("review", "AboutReview", [all, options.Json], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(all))));
    }

    private static ExitCode Run(CommandContext context, bool all)
    {
        var history = context.Desk.Read();
        var now = context.Desk.Now;
        var katas = ReviewPlan.OfKatas(history).Where(review => (all || review.DueAt <= now) && context.Library.FindById(review.Subject) is not null).ToList();
        var questions = ReviewPlan.OfQuestions(history).Where(review => all || review.DueAt <= now).ToList();
        if (context.Json)
        {
            context.WriteJson(new { Katas = katas.Select(Json), Questions = questions.Select(Json) });
            return ExitCode.Pass;
        }

        if (katas.Count > 0)
        {
            var table = context.NewTable("HeaderKata", "HeaderDue", "HeaderLast");
            foreach (var review in katas)
            {
                table.AddRow(Markup.Escape(review.Subject), Durations.Day(review.DueAt, context.Host.Time), context.Texts[TextOf(review.Last)]);
            }

            context.Write(table);
            context.Say("ReviewKata", katas[0].Subject);
        }

        if (questions.Count > 0)
        {
            context.Say("HomeQuestions", questions.Count);
        }

        if (katas.Count + questions.Count == 0)
        {
            context.Say("NothingDue");
        }

        return ExitCode.Pass;
    }

    private static string TextOf(Recall recall) => recall switch
    {
        Recall.Forgotten => "RecallForgotten",
        Recall.Partial => "RecallPartial",
        _ => "RecallKnown",
    };

    private static object Json(Review review) => new { review.Subject, review.DueAt, IntervalDays = review.Interval.TotalDays, review.Last };
}
