using FluentAssertions;
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
        CopyEvidence("wrong", 4);
        CopyEvidence("right", int.MaxValue);

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
        var page = _kit.PathOf("katas/Foundations/ReverseLinkedList/README.zh-CN.md");
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("minutes: 30", "minutes: 31", StringComparison.Ordinal));

        var outcome = await _kit.RunAsync("verify", "reverse", "--json");

        outcome.Code.Should().Be(ExitCode.Fail);
        outcome.Json[0]!["problems"]!.AsArray().Select(problem => Path.GetFileName(problem!["file"]!.GetValue<string>())).Distinct()
            .Should().BeEquivalentTo("README.zh-CN.md", "X2_NoHeader.cs", "ReverseLinkedList.cs", "Stub.cs", "X1_Right.cs");
    }

    [Fact]
    public async Task A_new_kata_is_written_whole_and_never_over_an_old_one()
    {
        var outcome = await _kit.RunAsync("new", "LayerNorm");

        outcome.Code.Should().Be(ExitCode.Pass);
        var files = outcome.Output.Split('\n').Where(line => line.Contains('/', StringComparison.Ordinal) && !line.Contains('`', StringComparison.Ordinal)).ToList();
        files.Should().HaveCount(10).And.OnlyContain(file => File.Exists(_kit.PathOf(file.Trim())));
        files.Select(file => File.ReadAllText(_kit.PathOf(file.Trim()))).Should().OnlyContain(text => !text.Contains("{name}") && !text.Contains("{Id}"));
        (await _kit.RunAsync("show", "layer-norm")).Code.Should().Be(ExitCode.Pass);
        (await _kit.RunAsync("new", "LayerNorm")).Code.Should().Be(ExitCode.Usage);
        (await _kit.RunAsync("new", "../evil")).Code.Should().Be(ExitCode.Usage);
    }

    private void CopyEvidence(string folder, int count)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(LearnersKit.Repository, "tests", "Submissions", "Foundations", "ReverseLinkedList", folder)).Order(StringComparer.Ordinal).Take(count))
        {
            _kit.Copy(Path.GetRelativePath(LearnersKit.Repository, file));
        }
    }

    private void Write(string path, string text)
    {
        var full = _kit.PathOf("tests/Submissions/Foundations/ReverseLinkedList/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
