using System.CommandLine;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata quiz</c>: interview questions, one at a time; the learner answers aloud and judges himself by the model answer.</summary>
internal static class QuizCommand
{
    public static Command Create(CommandOptions options)
    {
        var topic = new Option<string?>("--topic") { Description = options.Texts["OptionTopic"] };
        var count = new Option<int>("--count", "-n") { Description = options.Texts["OptionCount"], DefaultValueFactory = _ => 5 };
        var all = new Option<bool>("--all") { Description = options.Texts["OptionAllQuestions"] };
        return options.Command("quiz", "AboutQuiz", [topic, count, all, options.Json], async (parsed, context, cancellation) =>
        {
            var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
            var questions = Choose(context, open, parsed.GetValue(topic), parsed.GetValue(all));
            var asked = questions.Take(Math.Max(parsed.GetValue(count), 1)).ToList();
            if (context.Json)
            {
                context.WriteJson(asked);
                return ExitCode.Pass;
            }

            if (asked.Count == 0)
            {
                context.Say("NoQuestions");
                return ExitCode.Pass;
            }

            Ask(context, asked, cancellation);
            return ExitCode.Pass;
        });
    }

    /// <summary>What is due, the longest first; then what was never asked, in the order of the bank.</summary>
    private static IEnumerable<Question> Choose(CommandContext context, SessionView? open, string? topic, bool all)
    {
        // The answers to a kata's questions give away what its interview is about.
        var closed = open?.Start.Mode == SessionMode.Interview ? open.Kata : null;
        if (closed is not null && closed.Equals(topic, StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(context.Texts["NoQuizInInterview", closed]);
        }

        var bank = QuestionBank.Read(context.Library, context.Texts);
        var topics = bank.Select(question => question.Topic).Distinct().ToList();
        if (topic is not null && !topics.Contains(topic, StringComparer.OrdinalIgnoreCase))
        {
            throw new CliException(context.Texts["NoSuchTopic", topic, string.Join(", ", topics)]);
        }

        var reviews = ReviewPlan.OfQuestions(context.Desk.Read()).ToDictionary(review => review.Subject);
        return bank
            .Where(question => question.Topic != closed)
            .Where(question => topic is null || question.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase))
            .Where(question => all || !reviews.TryGetValue(question.Id, out var review) || review.DueAt <= context.Desk.Now)
            .OrderBy(question => reviews.TryGetValue(question.Id, out var review) ? review.DueAt : DateTimeOffset.MaxValue);
    }

    private static void Ask(CommandContext context, List<Question> questions, CancellationToken cancellation)
    {
        var recalls = new List<Recall>();
        foreach (var question in questions)
        {
            context.Console.MarkupLine($"[grey]{Markup.Escape(question.Topic)}  {recalls.Count + 1}/{questions.Count}[/]");
            context.Write(new MarkdownView(question.Text));
            context.Say("AnswerAloud");
            if (cancellation.IsCancellationRequested || context.Host.Input.ReadLine() is not { } line || line.Trim() == "q")
            {
                break;
            }

            context.Write(new MarkdownView(question.Answer));
            if (Judge(context) is not { } recall)
            {
                break;
            }

            context.Desk.Append(new QuestionAnswered
            {
                Id = context.Desk.NewId(),
                At = context.Desk.Now,
                Kata = context.Library.FindById(question.Topic)?.Id ?? "",
                Question = question.Id,
                Recall = recall,
            });
            recalls.Add(recall);
            context.Console.WriteLine();
        }

        context.Say("QuizEnd", recalls.Count(recall => recall == Recall.Known), recalls.Count(recall => recall == Recall.Partial), recalls.Count(recall => recall == Recall.Forgotten));
    }

    private static Recall? Judge(CommandContext context)
    {
        while (true)
        {
            context.Say("JudgeYourself");
            switch (context.Host.Input.ReadLine()?.Trim())
            {
                case "1":
                    return Recall.Forgotten;
                case "2":
                    return Recall.Partial;
                case "3":
                    return Recall.Known;
                case null or "q":
                    return null;
            }
        }
    }
}
