using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace KataKit.Clients.Tests;

/// <summary>The package <c>KataKit.Analyzers</c> works in a project that knows nothing of this repository.</summary>
[Collection(LearnersCopyCollection.Name)]
[Trait("Category", "Clients")]
public sealed class PackageTests(ReadersProject reader) : IClassFixture<ReadersProject>
{
    private const string English = "The scores are scaled by 1/√seq_k, but their dot product ran over d_k: they need 1/√(d_k)";

    // 1-based line and column of the scaling expression, as compilers print them.
    private static (int Line, int Column) Scale
    {
        get
        {
            var before = ReadersProject.Wrong[..ReadersProject.Wrong.IndexOf(ReadersProject.WrongScale, StringComparison.Ordinal)];
            return (before.Count(x => x == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        }
    }

    [Fact]
    public void It_holds_analyzers_fixes_texts_attributes_and_presets()
    {
        reader.Pack.ExitCode.Should().Be(0, "{0}", reader.Pack);
        reader.Pack.Output.Should().NotContain(x => x.Contains("warning", StringComparison.Ordinal), "{0}", reader.Pack);
        reader.PackageEntries.Where(x => x.Contains('/') && !x.StartsWith("_rels", StringComparison.Ordinal) && !x.StartsWith("package/", StringComparison.Ordinal))
            .Should().Equal(
                "analyzers/dotnet/cs/KataKit.Analyzers.dll",
                "analyzers/dotnet/cs/KataKit.CodeFixes.dll",
                "analyzers/dotnet/cs/zh-Hans/KataKit.Analyzers.resources.dll",
                "analyzers/dotnet/cs/zh-Hans/KataKit.CodeFixes.resources.dll",
                "buildTransitive/KataKit.Analyzers.targets",
                "lib/netstandard2.0/KataKit.Annotations.dll",
                "lib/netstandard2.0/KataKit.Annotations.xml",
                "presets/coach.globalconfig",
                "presets/interview.globalconfig",
                "presets/off.globalconfig");
    }

    [Fact]
    public async Task Build_warns_in_both_languages_and_writes_SARIF()
    {
        await reader.Write(ReadersProject.Wrong);
        var build = await reader.Dotnet("build", "--no-incremental");
        build.ExitCode.Should().Be(0, "a warning is advice and no error; {0}", build);
        build.Findings.Should().ContainSingle("{0}", build).Which.Should().Contain($"CrossAttention.cs({Scale.Line},{Scale.Column}): warning KATA1001: {English} (");

        var chinese = await reader.Dotnet("build", "--no-incremental", "-p:PreferredUILang=zh-Hans", "-p:ErrorLog=build.sarif%2Cversion=2.1");
        chinese.Findings.Should().ContainSingle("{0}", chinese).Which.Should().Contain("warning KATA1001: 分数被乘以了 1/√seq_k");

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(reader.PathOf("build.sarif")));
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(x => x.GetProperty("ruleId").GetString() == "KATA1001");
        var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()).Should().Be(Scale);
    }

    [Fact]
    public async Task Format_finds_the_mistake_and_fixes_it()
    {
        await reader.Write(ReadersProject.Wrong);
        string[] format = ["format", "analyzers", "--diagnostics", "KATA1001"];

        var check = await reader.Dotnet([.. format, "--verify-no-changes"]);
        check.ExitCode.Should().NotBe(0, "{0}", check);
        check.Findings.Should().ContainSingle("{0}", check).Which.Should().Contain("KATA1001");
        (await File.ReadAllTextAsync(reader.CodePath)).Should().Be(ReadersProject.Wrong, "--verify-no-changes changes nothing");

        var repair = await reader.Dotnet(format);
        repair.ExitCode.Should().Be(0, "{0}", repair);
        var repaired = ReadersProject.Wrong.Replace(ReadersProject.WrongScale, ReadersProject.RightScale, StringComparison.Ordinal);
        (await File.ReadAllTextAsync(reader.CodePath)).Should().Be(repaired, "{0}", repair);

        var build = await reader.Dotnet("build", "--no-incremental");
        build.ExitCode.Should().Be(0, "{0}", build);
        build.Findings.Should().BeEmpty("{0}", build);
    }

    [Fact]
    public async Task The_preset_is_a_property_of_the_project()
    {
        await reader.Write(ReadersProject.Wrong);
        var interview = await reader.Dotnet("build", "--no-incremental", "-p:KataKitPreset=interview");
        interview.ExitCode.Should().Be(0, "{0}", interview);
        interview.Findings.Should().BeEmpty("{0}", interview);

        var strict = await reader.Dotnet("build", "-p:KataKitPreset=strict");
        strict.ExitCode.Should().NotBe(0, "{0}", strict);
        strict.Output.Should().Contain(
            x => x.Contains("error KATAKIT001: There is no preset 'strict'. KataKitPreset is one of: coach, interview, off.", StringComparison.Ordinal), "{0}", strict);
    }
}
