using System.Xml.Linq;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary><c>kata grade --format junit</c>: every test by its name, whatever became of it and whatever an answer says.</summary>
public sealed class JunitTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task Every_test_is_a_case_and_the_counts_are_those_of_the_cases()
    {
        Add("a-right.cs", LearnersKit.LinkedListSolution);
        Add("b-stub.cs", LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs"));
        Add("c-broken.cs", LearnersKit.LinkedListSolution.Replace("return", "retrun", StringComparison.Ordinal));
        Add("d-essay.cs", "// I would reverse it like this.");

        var root = await GradeAsync();

        var suites = root.Elements("testsuite").ToList();
        suites.Select(suite => (string)suite.Attribute("name")!).Should().Equal("answers/a-right.cs", "answers/b-stub.cs", "answers/c-broken.cs", "answers/d-essay.cs");
        var (right, stub) = (suites[0], suites[1]);
        right.Elements("testcase").Should().HaveCountGreaterThan(20).And.OnlyContain(test => !test.HasElements);
        Names(right).Should().OnlyHaveUniqueItems().And.Contain("Reverse_of_the_empty_list_is_empty", "what passed has a name too").And.BeEquivalentTo(Names(stub));
        right.Elements("testcase").Should().OnlyContain(test => (double)test.Attribute("time")! >= 0 && (string)test.Attribute("classname")! == LearnersKit.LinkedList);
        stub.Elements("testcase").Should().OnlyContain(test => (string)test.Element("failure")!.Attribute("type")! == "notWritten");
        suites[2].Descendants("error").Single().Value.Should().Contain("CS").And.Contain("answers/c-broken.cs(");
        suites[3].Descendants("error").Should().ContainSingle();
    }

    [Fact]
    public async Task A_hanging_test_is_an_error_and_what_had_no_turn_is_skipped()
    {
        _kit.TotalTime = TimeSpan.FromSeconds(2);
        Add("hangs.cs", Bodies("{ while (true) { } }"));

        var suite = (await GradeAsync("--test-seconds", "1")).Elements("testsuite").Single();

        suite.Descendants("error").Should().NotBeEmpty().And.OnlyContain(error => (string)error.Attribute("type")! == "timedOut");
        suite.Descendants("skipped").Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_an_answer_says_stays_text()
    {
        Add("hostile.cs", Bodies("""=> throw new InvalidOperationException("\0\u001b[31m]]></failure>\ud800 & \uffff 😀\r\nsecond");"""));

        var suite = (await GradeAsync()).Elements("testsuite").Single();

        var failure = suite.Descendants("failure").First();
        failure.Value.Should().Contain("InvalidOperationException: ").And.Contain("\uFFFD\uFFFD[31m]]></failure>\uFFFD & \uFFFD 😀").And.Contain("second");
        ((string)failure.Attribute("message")!).Should().NotContain("second", "a message is one line");
    }

    /// <summary>Grades all, and holds the counts against what is there.</summary>
    private async Task<XElement> GradeAsync(params string[] options)
    {
        await _kit.RunAsync(["grade", "answers", "--format", "junit", "--output", "result", .. options]);
        var root = XDocument.Parse(await File.ReadAllTextAsync(_kit.PathOf("result"))).Root!;
        root.Name.LocalName.Should().Be("testsuites");
        foreach (var counted in root.Elements("testsuite").Prepend(root))
        {
            var cases = counted.Descendants("testcase").ToList();
            ((int)counted.Attribute("tests")!).Should().Be(cases.Count);
            ((int)counted.Attribute("failures")!).Should().Be(cases.Count(test => test.Element("failure") is not null));
            ((int)counted.Attribute("errors")!).Should().Be(cases.Count(test => test.Element("error") is not null));
            ((int)counted.Attribute("skipped")!).Should().Be(cases.Count(test => test.Element("skipped") is not null));
            ((double)counted.Attribute("time")!).Should().BeGreaterThanOrEqualTo(0);
            counted.Elements("properties").Count().Should().BeLessThanOrEqualTo(1);
        }

        return root;
    }

    private static IEnumerable<string> Names(XElement suite) => suite.Elements("testcase").Select(test => (string)test.Attribute("name")!);

    /// <summary>The stub with another body in the place of each.</summary>
    private static string Bodies(string body)
        => LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs").Replace("=> throw new NotImplementedException();", body, StringComparison.Ordinal);

    private void Add(string name, string source)
    {
        var file = _kit.PathOf("answers/" + name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, source);
    }
}
