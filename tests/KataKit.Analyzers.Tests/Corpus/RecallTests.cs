using System.Globalization;
using System.Text;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// How much of the evidence the rules find, and where: every wrong answer that names a rule is marked by it, on the line of the mistake.
/// The tables are printed and kept beside the tests as <c>recall-….txt</c>.
/// </summary>
public sealed class RecallTests(ITestOutputHelper output)
{
    public static TheoryData<string> Katas() => [.. KataFile.Katas];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task The_rules_find_the_mistakes_that_they_are_about_where_they_are_made(string kata)
    {
        var wrong = KataFile.All.Where(x => x.Kata == kata && !x.IsRight).ToList();
        var sights = (await Task.WhenAll(wrong.Where(x => x.Rule is not null).Select(x => Task.Run(() => Sight.Of(x))))).ToList();
        var table = new StringBuilder();
        Append(table, $"{kata}: {sights.Count} of {wrong.Count} wrong answers name a rule");
        Append(table, $"  {"rule",-10} {"files",6} {"fired",6} {"line known",11} {"on the line",12}");
        foreach (var rule in sights.GroupBy(x => x.File.Rule!).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            Append(
                table,
                $"  {rule.Key,-10} {rule.Count(),6} {rule.Count(x => x.Fired),6} {rule.Count(x => x.Line is not null),11} {rule.Count(x => x.IsOnLine),12}");
        }

        sights.Where(x => x.Line is null).ToList().ForEach(x => Append(table, $"  {x.File.Name} has no 'at:'; reported is {x.Found}"));
        output.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"recall-{kata}.txt"), table.ToString());

        sights.Where(x => !x.Fired).Select(x => $"{x.File}: {x.File.Rule} is not reported").Should().BeEmpty();
        sights.Where(x => x.Line is not null && !x.IsOnLine).Select(x => $"{x.File}: the mistake is in line {x.Line}; reported is {x.Found}").Should().BeEmpty();
    }

    private static void Append(StringBuilder table, FormattableString line) => table.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the rule of a wrong answer sees in it.</summary>
    private sealed record Sight(KataFile File, int? Line, IReadOnlyList<(int Line, string Text)> Reports)
    {
        public bool Fired => Reports.Count > 0;

        public bool IsOnLine => Reports.Any(x => x.Line == Line);

        public string Found => Fired ? string.Join("; ", Reports.Select(x => x.Text)) : "nothing";

        public static async Task<Sight> Of(KataFile file)
            => new(
                file,
                file.Header!.LineIn(file.Source),
                [
                    .. (await Findings.In(KataCompilation.Compile(file.Source)))
                        .Where(x => x.Id == file.Rule)
                        .Select(x => (x.Location.GetLineSpan().StartLinePosition.Line + 1, Findings.Show(x))),
                ]);
    }
}
