using FluentAssertions;
using KataKit.Grading;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary><c>kata verify</c> and <c>kata new</c>.</summary>
public sealed class AuthorCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task A_whole_kata_has_no_problems()
    {
        CopyEvidence("wrong", files => files.Where(AnswerText.IsEdit).DistinctBy(file => AnswerEdit.Parse(File.ReadAllText(file)).Base).Take(4));
        CopyEvidence("right", files => files);

        var outcome = await _kit.RunAsync("verify", "reverse");

        outcome.Code.Should().Be(ExitCode.Pass, outcome.Output);
        outcome.Output.Should().Contain("0 problems");
    }

    [Fact]
    public async Task Everything_that_does_not_hold_is_told_with_its_file()
    {
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        Write("wrong/X1_Right.cs", "// mistake: X1 none at all\n// fails: Reverse_of_three_nodes_reads_backwards\n// rule: none\n" + LearnersKit.LinkedListSolution);
        Write("wrong/X2_NoHeader.cs", LearnersKit.LinkedListSolution);
        Write("right/Stub.cs", LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs"));
        Edit("coaching.yaml", text => text.Replace("member: ReverseInGroups", "member: ReverseInGroup", StringComparison.Ordinal));
        Edit("coaching.zh-CN.yaml", text => text[..text.LastIndexOf("  - question:", StringComparison.Ordinal)]);

        var outcome = await _kit.RunAsync("verify", "reverse", "--json");

        outcome.Code.Should().Be(ExitCode.Fail);
        outcome.Json[0]!["problems"]!.AsArray().Select(problem => Path.GetFileName(problem!["file"]!.GetValue<string>())).Distinct()
            .Should().BeEquivalentTo("coaching.yaml", "coaching.zh-CN.yaml", "ReverseLinkedList", "X2_NoHeader.cs", "ReverseLinkedList.cs", "Stub.cs", "X1_Right.cs");
    }

    [Fact]
    public async Task A_new_kata_is_written_whole_and_never_over_an_old_one()
    {
        _kit.CopyPages();

        var outcome = await _kit.RunAsync("new", "LayerNorm", "--track", "training");

        outcome.Code.Should().Be(ExitCode.Pass, outcome.Error);
        var files = outcome.Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains('/', StringComparison.Ordinal) && !line.Contains('`', StringComparison.Ordinal)).ToList();
        files.Should().HaveCount(15).And.OnlyContain(file => File.Exists(_kit.PathOf(file)));
        files.Select(file => File.ReadAllText(_kit.PathOf(file))).Should().OnlyContain(text => !text.Contains("{name}") && !text.Contains("{Id}") && !text.Contains("{track"));
        foreach (var derived in new[] { "katas/Training/LayerNorm/LayerNorm.csproj", "katas/Training/LayerNorm/LayerNorm.cs", "katas/Training/Training.slnf", "tests/Specs/Training/KataKit.Specs.Training.csproj" })
        {
            File.Exists(_kit.PathOf(derived)).Should().BeTrue("{0} follows from the rest", derived);
        }

        (await File.ReadAllTextAsync(_kit.PathOf("katas/Training/LayerNorm/LayerNorm.cs"))).Should().Contain("public static double Mean(IReadOnlyList<double> values)\n        => throw new NotImplementedException();");
        (await File.ReadAllTextAsync(_kit.PathOf("KataKit.sln"))).Should().Contain(@"katas\Training\LayerNorm\LayerNorm.csproj");
        (await File.ReadAllTextAsync(_kit.PathOf("tests/KataKit.Solutions.Tests/ClosedSpecs.cs"))).Should().Contain("LayerNormTests : LayerNormSpec<LayerNorm>");
        (await File.ReadAllTextAsync(_kit.PathOf("katas/Training/README.md"))).Should().Contain("| [LayerNorm](LayerNorm/README.md) | LayerNorm | 1 | 15 | `Mean` |");
        (await File.ReadAllTextAsync(_kit.PathOf("docs/mistakes/Training.md"))).Should().Contain("the mean of nothing is not a number").And.Contain("[IndexLoop]");
        (await _kit.RunAsync("show", "layer-norm")).Code.Should().Be(ExitCode.Pass);
        (await _kit.RunAsync("new", "LayerNorm", "--track", "Attention")).Code.Should().Be(ExitCode.Usage);
    }

    [Theory]
    [InlineData("../evil", "Training", "../evil")]
    [InlineData("LayerNorm", "Cookery", "Foundations, Attention")]
    public async Task A_kata_needs_the_name_of_a_class_and_a_track(string name, string track, string said)
    {
        var outcome = await _kit.RunAsync("new", name, "--track", track);

        outcome.Code.Should().Be(ExitCode.Usage);
        outcome.Error.Should().Contain(said);
    }

    [Fact]
    public async Task Sync_writes_what_is_stale_and_then_has_nothing_to_write()
    {
        _kit.CopyPages();
        (await _kit.RunAsync("sync")).Code.Should().Be(ExitCode.Pass);
        (await _kit.RunAsync("sync", "--check")).Code.Should().Be(ExitCode.Pass);
        File.Delete(_kit.PathOf("katas/Attention/Attention.slnf"));
        var page = _kit.PathOf("katas/Attention/README.md");
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("| 45 |", "| 44 |", StringComparison.Ordinal));

        var check = await _kit.RunAsync("sync", "--check");
        var sync = await _kit.RunAsync("sync", "--json");

        check.Code.Should().Be(ExitCode.Fail);
        check.Output.Should().Contain("katas/Attention/Attention.slnf").And.Contain("katas/Attention/README.md");
        sync.Json.AsArray().Select(path => path!.GetValue<string>()).Should().Equal("katas/Attention/Attention.slnf", "katas/Attention/README.md");
        (await File.ReadAllTextAsync(page)).Should().Contain("| 45 |");
        (await _kit.RunAsync("sync", "--check")).Code.Should().Be(ExitCode.Pass);
    }

    [Fact]
    public async Task Sync_puts_an_answer_away_before_the_stub_takes_its_place()
    {
        _kit.CopyPages();
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);

        (await _kit.RunAsync("sync")).Code.Should().Be(ExitCode.Pass);

        (await File.ReadAllTextAsync(_kit.LinkedListPath)).Should().Be(LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs"));
        var archived = _kit.History().Events.OfType<SourceArchived>().Should().ContainSingle().Which;
        new AttemptStore(_kit.Data).Find(archived.Attempt).Should().Be(LearnersKit.LinkedListSolution);
    }

    [Fact]
    public async Task A_page_without_its_region_is_told_by_name()
    {
        _kit.CopyPages();
        await File.WriteAllTextAsync(_kit.PathOf("katas/Attention/README.md"), "# Attention\n");

        var outcome = await _kit.RunAsync("sync");

        outcome.Code.Should().Be(ExitCode.Internal);
        outcome.Error.Should().Contain("katas/Attention/README.md").And.Contain("<!-- sync: katas -->");
    }

    [Fact]
    public async Task An_answer_is_printed_whole_or_written_to_a_new_file()
    {
        CopyEvidence("wrong", files => files);
        CopyEvidence("right", files => files);

        var printed = await _kit.RunAsync("answer", "LL1_InP");
        var written = await _kit.RunAsync("answer", "reverse/ThreeCursors", "--out", "Mine.cs");
        var again = await _kit.RunAsync("answer", "reverse/ThreeCursors", "--out", "Mine.cs");
        var several = await _kit.RunAsync("answer", "LL");
        var none = await _kit.RunAsync("answer", "nobody");

        printed.Code.Should().Be(ExitCode.Pass, printed.Error);
        printed.Output.Should().StartWith("// mistake: LL1 ").And.Contain("public sealed class ReverseLinkedList").And.NotContain("@@");
        written.Code.Should().Be(ExitCode.Pass);
        (await File.ReadAllTextAsync(_kit.PathOf("Mine.cs"))).Should().Be(LearnersKit.Read("tests/Submissions/Foundations/ReverseLinkedList/right/ThreeCursors.cs"));
        again.Code.Should().Be(ExitCode.Usage);
        several.Code.Should().Be(ExitCode.Usage);
        none.Code.Should().Be(ExitCode.Usage);
    }

    private void CopyEvidence(string folder, Func<IEnumerable<string>, IEnumerable<string>> choice)
    {
        foreach (var file in choice(Directory.GetFiles(Path.Combine(LearnersKit.Repository, "tests", "Submissions", "Foundations", "ReverseLinkedList", folder)).Order(StringComparer.Ordinal)))
        {
            _kit.Copy(Path.GetRelativePath(LearnersKit.Repository, file));
        }
    }

    private void Edit(string file, Func<string, string> change)
    {
        var path = _kit.PathOf("solutions/Foundations/ReverseLinkedList/" + file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    private void Write(string path, string text)
    {
        var full = _kit.PathOf("tests/Submissions/Foundations/ReverseLinkedList/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
