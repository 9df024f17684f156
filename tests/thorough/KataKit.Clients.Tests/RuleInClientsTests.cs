using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace KataKit.Clients.Tests;

/// <summary>
/// A rule works in the programs that people use: <c>dotnet build</c>, <c>dotnet format</c>, and whatever reads SARIF. Real processes, so
/// slow: <c>--filter Category!=Clients</c> leaves them out.
/// </summary>
[Collection(LearnersCopyCollection.Name)]
[Trait("Category", "Clients")]
public sealed class RuleInClientsTests(LearnersCopy copy)
{
    private const string HelpLink = "https://github.com/katakit/katakit/blob/main/docs/rules/Attention/KATA1001.md";
    private const string WrongScale = "Math.Pow(embedSize, 1.0 / 2)";
    private const string RightScale = "Math.Pow(headDim, 1.0 / 2)";
    private const string English = "The scores are scaled by 1/√d_model, but their dot product ran over d_model/heads: they need 1/√(d_model/heads)";
    private const string Chinese = "分数被乘以了 1/√d_model，但点积是在 d_model/heads 上求和的：应当乘以 1/√(d_model/heads)";

    // 1-based line and column of the scaling expression, as compilers print them.
    private (int Line, int Column) Scale
    {
        get
        {
            var before = copy.WrongAnswer[..copy.WrongAnswer.IndexOf(WrongScale, StringComparison.Ordinal)];
            return (before.Count(x => x == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        }
    }

    [Fact]
    public void Build_of_a_fresh_clone_warns_on_the_scaling_expression()
    {
        copy.FirstBuild.ExitCode.Should().Be(0, "a warning is advice and no error; {0}", copy.FirstBuild);
        copy.FirstBuild.FindingsOf("KATA1001").Should().ContainSingle("{0}", copy.FirstBuild)
            .Which.Should().Contain($"SelfAttention.cs({Scale.Line},{Scale.Column}): warning KATA1001: {English} ({HelpLink})");
    }

    [Fact]
    public async Task Build_speaks_Chinese_and_writes_SARIF()
    {
        await copy.Answer(copy.WrongAnswer);
        var log = copy.PathOf("build.sarif");
        var build = await copy.BuildKata("--no-incremental", "-p:PreferredUILang=zh-Hans", $"-p:ErrorLog={log}%2Cversion=2.1");

        build.FindingsOf("KATA1001").Should().ContainSingle("{0}", build)
            .Which.Should().Contain($"SelfAttention.cs({Scale.Line},{Scale.Column}): warning KATA1001: {Chinese} ({HelpLink})");

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(log));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(x => x.GetProperty("ruleId").GetString() == "KATA1001");
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        result.GetProperty("message").GetProperty("text").GetString().Should().Be(Chinese);
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()).Should().Be(Scale);
        rule.GetProperty("id").GetString().Should().Be("KATA1001");
        rule.GetProperty("helpUri").GetString().Should().Be(HelpLink);
    }

    [Fact]
    public async Task Format_finds_the_mistake_and_fixes_it_for_good()
    {
        await copy.Answer(copy.WrongAnswer);
        string[] format = ["format", "analyzers", LearnersCopy.Kata, "--diagnostics", "KATA1001"];

        var check = await copy.Dotnet([.. format, "--verify-no-changes"]);
        check.ExitCode.Should().NotBe(0, "{0}", check);
        check.FindingsOf("KATA1001").Should().ContainSingle("{0}", check).Which.Should().Contain("KATA1001");
        check.Output.Should().NotContain(x => x.Contains("while loading the workspace", StringComparison.Ordinal), "the projects load without a warning; {0}", check);
        (await File.ReadAllTextAsync(copy.AnswerPath)).Should().Be(copy.WrongAnswer, "--verify-no-changes changes nothing");

        var repair = await copy.Dotnet(format);
        repair.ExitCode.Should().Be(0, "{0}", repair);
        (await File.ReadAllTextAsync(copy.AnswerPath)).Should().Be(copy.WrongAnswer.Replace(WrongScale, RightScale, StringComparison.Ordinal), "{0}", repair);

        var build = await copy.BuildKata();
        build.ExitCode.Should().Be(0, "{0}", build);
        build.FindingsOf("KATA1001").Should().BeEmpty("{0}", build);
    }

    [Fact]
    public async Task Build_of_the_solution_is_silent()
    {
        await copy.Answer(copy.Solution);
        var build = await copy.BuildKata();
        build.ExitCode.Should().Be(0, "{0}", build);
        build.Output.Should().NotContain(x => x.Contains("warning", StringComparison.Ordinal), "{0}", build);
    }

    [Fact]
    public async Task Analyzers_that_the_compiler_would_drop_are_an_error()
    {
        var evaluation = await copy.Dotnet("msbuild", LearnersCopy.Kata, "-getProperty:WarningsAsErrors,WarningsNotAsErrors,NoWarn");
        using var properties = JsonDocument.Parse(string.Concat(evaluation.Output));
        string[] Codes(string name)
            => properties.RootElement.GetProperty("Properties").GetProperty(name).GetString()!
                .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Codes("WarningsAsErrors").Should().Contain("CS9057", "an analyzer that is built for a newer compiler is dropped with that warning, and every squiggle is gone");
        Codes("WarningsNotAsErrors").Should().NotContain("CS9057");
        Codes("NoWarn").Should().NotContain("CS9057");
    }
}
