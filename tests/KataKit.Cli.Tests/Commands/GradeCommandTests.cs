using System.Text.Json.Nodes;
using System.Xml.Linq;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary><c>kata grade</c>: folders of answers, in every format, in shards, and answers that one does not trust.</summary>
public sealed class GradeCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public GradeCommandTests()
    {
        Add("a/right.cs", LearnersKit.LinkedListSolution);
        Add("b/stub, \"quoted\".cs", LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs"));
        Add("c/broken.cs", LearnersKit.LinkedListSolution.Replace("return", "retrun", StringComparison.Ordinal));
        Add("c/bin/copy.cs", "built");
        Add("d/essay.cs", "// I would reverse it like this.");
        Add("../thief/thief.cs", LearnersKit.LinkedListSolution.Replace(
            "public static ListNode? Reverse(",
            "private static readonly string Secret = System.IO.File.ReadAllText(\"/etc/hostname\");\n\n    public static ListNode? Reverse(",
            StringComparison.Ordinal));
    }

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task Every_file_gets_its_verdict_in_the_order_of_the_paths()
    {
        var outcome = await _kit.RunAsync("grade", "answers", "--format", "json", "--jobs", "2");

        outcome.Code.Should().Be(ExitCode.Fail);
        Verdicts(outcome.Json).Should().Equal(
            ("answers/a/right.cs", "pass"),
            ("answers/b/stub, \"quoted\".cs", "fail"),
            ("answers/c/broken.cs", "buildError"),
            ("answers/d/essay.cs", "unrecognised"));
        outcome.Json[1]!["failed"]!.AsArray().Should().HaveCount(outcome.Json[0]!["passed"]!.GetValue<int>(), "the stub fails what the solution passes");
    }

    [Fact]
    public async Task Shards_share_the_work_without_a_gap_or_an_overlap()
    {
        var whole = new List<(string, string)>();
        for (var i = 1; i <= 3; i++)
        {
            whole.AddRange(Verdicts((await _kit.RunAsync("grade", "answers", "--format", "json", "--shard", $"{i}/3")).Json));
        }

        whole.Select(verdict => verdict.Item1).Should().BeEquivalentTo(
            "answers/a/right.cs", "answers/b/stub, \"quoted\".cs", "answers/c/broken.cs", "answers/d/essay.cs");
        (await _kit.RunAsync("grade", "answers", "--shard", "4/3")).Code.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task The_formats_are_what_they_claim_to_be()
    {
        var sarif = JsonNode.Parse(await RunToFileAsync("sarif"))!;
        sarif["version"]!.GetValue<string>().Should().Be("2.1.0");
        var results = sarif["runs"]![0]!["results"]!.AsArray();
        var rules = sarif["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => rule!["id"]!.GetValue<string>()).ToList();
        results.Select(result => result!["ruleId"]!.GetValue<string>()).Should().OnlyContain(rule => rules.Contains(rule));
        results.Select(result => Uri.UnescapeDataString(result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>()))
            .Distinct().Should().Equal("answers/b/stub, \"quoted\".cs", "answers/c/broken.cs", "answers/d/essay.cs");

        var csv = await RunToFileAsync("csv");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(5);
        csv.Should().Contain("\"answers/b/stub, \"\"quoted\"\".cs\",reverse-linked-list,fail,0,");
    }

    [Fact]
    public async Task One_file_is_told_by_its_own_exit_code_and_a_table()
    {
        var right = await _kit.RunAsync("grade", "answers/a/right.cs");
        right.Code.Should().Be(ExitCode.Pass);
        right.Output.Should().Contain("pass").And.Contain("answers/a/right.cs").And.Contain("1 answers");
        (await _kit.RunAsync("grade", "answers/c/broken.cs")).Code.Should().Be(ExitCode.BuildError);
        (await _kit.RunAsync("grade", "answers/d/essay.cs")).Code.Should().Be(ExitCode.Usage);
        (await _kit.RunAsync("grade", "answers/nobody.cs")).Code.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task A_stranger_may_not_read_files_unless_he_is_trusted()
    {
        var refused = await _kit.RunAsync("grade", "thief/thief.cs", "--json");
        refused.Code.Should().Be(ExitCode.Refused);
        refused.Json[0]!["reason"]!.GetValue<string>().Should().StartWith("It was not run, for it uses").And.Contain("File");
        (await _kit.RunAsync("grade", "thief/thief.cs", "--json", "--lang", "zh-Hans")).Json[0]!["reason"]!.GetValue<string>().Should().Contain("没有运行").And.Contain("File");
        (await _kit.RunAsync("grade", "thief/thief.cs", "--trusted")).Code.Should().NotBe(ExitCode.Refused);
    }

    [Theory]
    [InlineData("--jobs", "0")]
    [InlineData("--memory", "1")]
    [InlineData("--test-seconds", "0")]
    [InlineData("--total-seconds", "1e9")]
    [InlineData("--format", "pdf")]
    public async Task A_senseless_option_is_refused(string option, string value)
        => (await _kit.RunAsync("grade", "answers", option, value)).Code.Should().Be(ExitCode.Usage);

    private static IEnumerable<(string, string)> Verdicts(JsonNode json)
        => json.AsArray().Select(answer => (answer!["file"]!.GetValue<string>(), answer["verdict"]!.GetValue<string>()));

    private async Task<string> RunToFileAsync(string format)
    {
        await _kit.RunAsync("grade", "answers", "--format", format, "--output", "result");
        return await File.ReadAllTextAsync(_kit.PathOf("result"));
    }

    private void Add(string path, string source)
    {
        var file = _kit.PathOf("answers/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, source);
    }
}
