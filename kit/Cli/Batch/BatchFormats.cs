using System.Globalization;

namespace KataKit.Cli;

/// <summary>A way to write the answers of a batch down.</summary>
internal interface IBatchFormat
{
    void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer);
}

/// <summary>The formats by name.</summary>
internal static class BatchFormats
{
    public static IEnumerable<string> Names => ["table", "json", "junit", "sarif", "csv"];

    public static IBatchFormat Get(string name, CommandContext context) => name switch
    {
        "json" => new BatchJson(),
        "junit" => new BatchJunit(context.Texts),
        "sarif" => new BatchSarif(),
        "csv" => new BatchCsv(),
        _ => new BatchTable(context),
    };
}

/// <summary>One object an answer, with all its failures and findings.</summary>
internal sealed class BatchJson : IBatchFormat
{
    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
        => writer.WriteLine(CommandContext.ToJson(answers.Select(answer => new
        {
            File = answer.Path,
            answer.Kata,
            Verdict = answer.Verdict.Outcome,
            answer.Verdict.Reason,
            answer.Verdict.Passed,
            answer.Verdict.Total,
            answer.Verdict.Milliseconds,
            answer.Verdict.Members,
            answer.Verdict.Failed,
            answer.Verdict.Findings,
        })));
}

/// <summary>One line an answer, as in RFC 4180.</summary>
internal sealed class BatchCsv : IBatchFormat
{
    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
    {
        writer.Write("file,kata,verdict,passed,total,findings,milliseconds\r\n");
        foreach (var answer in answers)
        {
            var verdict = answer.Verdict;
            string[] fields =
            [
                answer.Path,
                answer.Kata ?? "",
                verdict.Outcome,
                verdict.Passed.ToString(CultureInfo.InvariantCulture),
                verdict.Total.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', verdict.Findings.Select(finding => finding.Id).Distinct()),
                verdict.Milliseconds.ToString(CultureInfo.InvariantCulture),
            ];
            writer.Write(string.Join(',', fields.Select(Quoted)) + "\r\n");
        }
    }

    private static string Quoted(string field)
    {
        // A spreadsheet would take a name that begins like a formula for one, and run it.
        var safe = field.Length > 0 && "=+-@".Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
