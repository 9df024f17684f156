using System.Globalization;
using System.Text;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// The rules over all the evidence of a kata: each wrong answer draws the rule that its header names, on the line of the mistake; one that
/// names none draws none, and right answers and the solution draw none. The tables are printed and kept beside the tests as
/// <c>recall-….txt</c>.
/// </summary>
public sealed class RecallTests(ITestOutputHelper output)
{
    public static TheoryData<string> Katas() => [.. KataFile.Katas];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task Rules_say_of_the_evidence_what_its_headers_say(string kata)
    {
        var files = KataFile.All.Where(x => x.Kata == kata).ToList();
        var sights = new Sight[files.Count];
        await Parallel.ForAsync(0, files.Count, async (i, _) => sights[i] = await Sight.Of(files[i]));
        var table = Table(kata, sights);
        output.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"recall-{kata}.txt"), table);
        sights.Select(x => x.Problem).OfType<string>().Should().BeEmpty();
    }

    private static string Table(string kata, IReadOnlyList<Sight> sights)
    {
        var table = new StringBuilder();
        var named = sights.Where(x => x.File.Rule is not null).ToList();
        Append($"{kata}: {named.Count} of {sights.Count(x => !x.File.IsRight)} wrong answers name a rule");
        Append($"  {"rule",-10} {"files",6} {"fired",6} {"on the line",12}");
        foreach (var rule in named.GroupBy(x => x.File.Rule!).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            Append($"  {rule.Key,-10} {rule.Count(),6} {rule.Count(x => x.Fired),6} {rule.Count(x => x.IsOnLine),12}");
        }

        return table.ToString();

        void Append(FormattableString line) => table.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
