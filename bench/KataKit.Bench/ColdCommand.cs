using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>One grade by a command that was not running: <c>./kata test</c> against <c>dotnet test</c> after the same edit, by turns.</summary>
internal static class ColdCommand
{
    private const int Rounds = 9;

    public static async Task RunAsync(Report report)
    {
        using var learner = await LearnersFolder.CreateAsync(Katas.Usual);
        var answers = Katas.Cycle(Katas.Usual, Rounds + 1).ToList();

        // The first run builds the command.
        await learner.KataTestAsync(answers[0], report);
        var times = new List<(double Kata, double Test)>();
        foreach (var answer in answers.Skip(1))
        {
            times.Add((await learner.KataTestAsync(answer, report), await learner.TestAsync(answer, report)));
        }

        var ratios = times.Select(time => time.Test / time.Kata).Order().ToList();
        report.Table(
            $"One grade, {Katas.Usual}, {Rounds} edits (ms; how many times slower: median and range)",
            ["", "p50", "min", "max", "slower"],
            [
                ["kata test", .. Row(times.Select(time => time.Kata)), "1"],
                ["dotnet test after the same edit, build servers warm", .. Row(times.Select(time => time.Test)),
                    $"{Show(ratios[ratios.Count / 2], "F1")} ({Show(ratios[0], "F1")}-{Show(ratios[^1], "F1")})"],
            ]);
    }

    private static string[] Row(IEnumerable<double> times)
    {
        var all = times.ToList();
        return [Show(Percentile(all, 0.5)), Show(all.Min()), Show(all.Max())];
    }
}
