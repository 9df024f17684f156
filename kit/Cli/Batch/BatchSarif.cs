using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>SARIF 2.1.0 (OASIS): findings and failures as results, for editors and code hosts.</summary>
internal sealed class BatchSarif : IBatchFormat
{
    private const string TestRule = "kata-test";
    private const string VerdictRule = "kata-verdict";

    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
    {
        var rules = answers.SelectMany(answer => answer.Verdict.Findings).Select(finding => finding.Id).Append(TestRule).Append(VerdictRule).Distinct().Order(StringComparer.Ordinal);
        writer.WriteLine(CommandContext.ToJson(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "kata", Rules = rules.Select(rule => new { Id = rule }) } },
                    Results = answers.SelectMany(Results),
                },
            },
        }));
    }

    private static IEnumerable<object> Results(BatchAnswer answer)
    {
        foreach (var finding in answer.Verdict.Findings)
        {
            yield return Result(finding.Id, LevelOf(finding), finding.Message, answer.Path, Math.Max(finding.Line, 1), finding.Column, finding.Length);
        }

        foreach (var test in answer.Verdict.Failed)
        {
            yield return Result(TestRule, "error", $"{test.Test}: {test.Message ?? test.Outcome}", answer.Path, line: 1, column: 1, length: 1);
        }

        if (answer.Verdict is { IsPass: false, Failed.Count: 0, Findings.Count: 0 })
        {
            yield return Result(VerdictRule, "error", $"{answer.Verdict.Outcome}: {answer.Verdict.Reason}", answer.Path, line: 1, column: 1, length: 1);
        }
    }

    private static object Result(string rule, string level, string message, string path, int line, int column, int length) => new
    {
        RuleId = rule,
        Level = level,
        Message = new { Text = message },
        Locations = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) },
                    Region = new { StartLine = line, StartColumn = column, EndColumn = column + length },
                },
            },
        },
    };

    private static string LevelOf(Finding finding) => finding.Severity switch
    {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    };
}
