using System.Globalization;
using System.Xml.Linq;

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
        "junit" => new BatchJunit(),
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

/// <summary>JUnit's XML, as continuous integration reads it: an answer is a suite, a test a case.</summary>
internal sealed class BatchJunit : IBatchFormat
{
    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
    {
        var root = new XElement("testsuites", answers.Select(Suite));
        writer.WriteLine(new XDeclaration("1.0", "utf-8", null).ToString());
        writer.WriteLine(root.ToString());
    }

    private static XElement Suite(BatchAnswer answer)
    {
        var verdict = answer.Verdict;
        var errors = verdict.Total == 0 ? 1 : 0;
        return new XElement(
            "testsuite",
            new XAttribute("name", Clean(answer.Path)),
            new XAttribute("tests", Math.Max(verdict.Total, 1)),
            new XAttribute("failures", verdict.Failed.Count),
            new XAttribute("errors", errors),
            new XAttribute("time", Seconds(verdict.Milliseconds)),
            verdict.Members.Select(member => new XElement(
                "properties", new XElement("property", new XAttribute("name", member.Name), new XAttribute("value", $"{member.Passed}/{member.Total}")))),
            Cases(answer),
            errors == 0 ? null : Case(answer, verdict.Outcome, new XElement("error", new XAttribute("type", verdict.Outcome), Clean(Why(answer)))));
    }

    /// <summary>The failures by name. Of the tests that passed the names are not kept; they stand for themselves by number.</summary>
    private static IEnumerable<XElement> Cases(BatchAnswer answer)
        => answer.Verdict.Failed
            .Select(test => Case(answer, test.Test, new XElement("failure", new XAttribute("type", test.Outcome), Clean(test.Message ?? test.Outcome))))
            .Concat(answer.Verdict.Members.SelectMany(member => Enumerable.Range(1, member.Passed).Select(number => Case(answer, $"{member.Name} passed {number}", null))));

    private static XElement Case(BatchAnswer answer, string name, XElement? outcome)
        => new("testcase", new XAttribute("classname", answer.Kata ?? ""), new XAttribute("name", Clean(name)), outcome);

    private static string Why(BatchAnswer answer)
        => answer.Verdict.Reason ?? string.Join('\n', answer.Verdict.Findings.Select(finding => $"{answer.Path}({finding.Line},{finding.Column}): {finding.Id}: {finding.Message}"));

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>XML knows no control characters, and an answer may put any into its messages.</summary>
    private static string Clean(string text)
        => new([.. text.Select(character => System.Xml.XmlConvert.IsXmlChar(character) ? character : '\uFFFD')]);
}
