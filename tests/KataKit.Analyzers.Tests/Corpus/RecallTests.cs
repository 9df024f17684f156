using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// The rules over all the evidence of a kata: each wrong answer draws the rule that its header names, one that names none draws none, and
/// right answers and the solution draw none.
/// </summary>
public sealed partial class RecallTests(ITestOutputHelper output)
{
    public static TheoryData<string> Katas()
        => [.. Directory.GetDirectories(Path.Combine(KataSource.Root(), "tests", "Submissions")).Select(x => Path.GetFileName(x)!)
            .Where(x => Directory.Exists(Path.Combine(KataSource.Root(), "solutions", x))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task Rules_say_of_the_evidence_what_its_headers_say(string kata)
    {
        var folder = Path.Combine(KataSource.Root(), "tests", "Submissions", kata);
        var (failures, named, found) = (new List<string>(), 0, 0);
        foreach (var file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Append(Path.Combine(KataSource.Root(), "solutions", kata, kata + ".cs")))
        {
            var source = await File.ReadAllTextAsync(file);
            var rule = Rule().Match(source) is { Success: true } match ? match.Groups[1].Value : "none";
            var reports = (await Findings.In(KataCompilation.Compile(source))).ToList();
            named += rule == "none" ? 0 : 1;
            found += rule != "none" && reports.Any(x => x.Id == rule) ? 1 : 0;
            if (rule == "none" ? reports.Count > 0 : !reports.Any(x => x.Id == rule))
            {
                failures.Add($"{Path.GetFileNameWithoutExtension(file)}: expected {rule}, found {string.Join("; ", reports.Select(Findings.Show).DefaultIfEmpty("nothing"))}");
            }
        }

        output.WriteLine($"{kata}: {named} wrong answers name a rule, {found} draw it");
        failures.Should().BeEmpty();
    }

    [GeneratedRegex(@"^// rule: (none|KATA\d{4})\r?$", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
