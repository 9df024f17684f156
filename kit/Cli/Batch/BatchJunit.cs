using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>JUnit's XML, as continuous integration reads it: an answer is a suite, a test a case.</summary>
internal sealed class BatchJunit(Texts texts) : IBatchFormat
{
    private readonly VerdictWriter _writer = new([], texts);

    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
    {
        var suites = answers.Select(Suite).ToList();
        var root = new XElement("testsuites", Counts(suites.SelectMany(suite => suite.Elements("testcase"))), Time(answers.Sum(answer => answer.Verdict.Milliseconds)), suites);
        writer.WriteLine(new XDeclaration("1.0", "utf-8", null).ToString());
        writer.WriteLine(root.ToString());
    }

    private XElement Suite(BatchAnswer answer)
    {
        var cases = answer.Tests.Select(test => Case(answer, test.DisplayName, test.Duration.TotalMilliseconds, Outcome(test))).ToList();
        if (!answer.Verdict.IsPass && !cases.Exists(test => test.Element("failure") is not null || test.Element("error") is not null))
        {
            // What went wrong belongs to no test, and must not look like a pass.
            cases.Add(Case(answer, answer.Verdict.Outcome, 0, Problem("error", answer.Verdict.Outcome, Why(answer))));
        }

        var members = answer.Verdict.Members.Select(member => new XElement("property", new XAttribute("name", Clean(member.Name)), new XAttribute("value", $"{member.Passed}/{member.Total}")));
        return new XElement(
            "testsuite",
            new XAttribute("name", Clean(answer.Path)),
            Counts(cases),
            Time(answer.Verdict.Milliseconds),
            answer.Verdict.Members.Count > 0 ? new XElement("properties", members) : null,
            cases);
    }

    private static XElement Case(BatchAnswer answer, string name, double milliseconds, XElement? outcome)
        => new("testcase", new XAttribute("classname", answer.Kata ?? ""), new XAttribute("name", Clean(name)), Time(milliseconds), outcome);

    /// <summary>A failure is what a test found out; an error is what kept it from its end.</summary>
    private XElement? Outcome(TestResult test)
    {
        if (test.Outcome == TestOutcome.Passed)
        {
            return null;
        }

        var failed = _writer.Describe(test);
        var message = (failed.Exception is { } exception ? exception + ": " : "") + (failed.Message ?? failed.Outcome);
        return test.Outcome switch
        {
            TestOutcome.Failed => Problem("failure", failed.Outcome, message),
            TestOutcome.Skipped or TestOutcome.NotRun => new XElement("skipped", new XAttribute("message", Clean(message))),
            _ => Problem("error", failed.Outcome, message),
        };
    }

    private static XElement Problem(string kind, string type, string text)
        => new(kind, new XAttribute("type", type), new XAttribute("message", Clean(text.ReplaceLineEndings("\n").Split('\n')[0])), Clean(text));

    private static string Why(BatchAnswer answer)
        => answer.Verdict.Reason ?? string.Join('\n', answer.Verdict.Findings.Select(finding => $"{answer.Path}({finding.Line},{finding.Column}): {finding.Id}: {finding.Message}"));

    private static IEnumerable<XAttribute> Counts(IEnumerable<XElement> cases)
    {
        var all = cases.ToList();
        return new[] { ("tests", all.Count), ("failures", Count("failure")), ("errors", Count("error")), ("skipped", Count("skipped")) }
            .Select(count => new XAttribute(count.Item1, count.Item2));

        int Count(string outcome) => all.Count(test => test.Element(outcome) is not null);
    }

    private static XAttribute Time(double milliseconds) => new("time", (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture));

    /// <summary>XML knows no control characters and no halves of a pair, and an answer may put any into its messages.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // What is no Unicode comes as U+FFFD; beyond the first plane XML allows everything.
            clean.Append(!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value) ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
