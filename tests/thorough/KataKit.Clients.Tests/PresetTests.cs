using FluentAssertions;
using Xunit;

namespace KataKit.Clients.Tests;

/// <summary>The property <c>KataKitPreset</c> decides how much the rules say in a build.</summary>
[Collection(LearnersCopyCollection.Name)]
[Trait("Category", "Clients")]
public sealed class PresetTests(LearnersCopy copy)
{
    [Fact]
    public async Task Interview_is_silent_and_coach_speaks_again_without_a_rebuild()
    {
        await copy.Answer(copy.WrongAnswer);
        var interview = await copy.BuildKata("-p:KataKitPreset=interview");
        interview.ExitCode.Should().Be(0, "{0}", interview);
        interview.Findings.Should().BeEmpty("{0}", interview);

        var coach = await copy.BuildKata("-p:KataKitPreset=coach");
        coach.FindingsOf("KATA1001").Should().ContainSingle("nothing but the preset has changed; {0}", coach).Which.Should().Contain("warning KATA1001");
    }

    [Fact]
    public async Task A_severity_in_an_editorconfig_wins()
    {
        await copy.Answer(copy.WrongAnswer);
        var own = copy.PathOf(LearnersCopy.Kata + "/.editorconfig");
        await File.WriteAllTextAsync(own, "[*.cs]\ndotnet_diagnostic.KATA1001.severity = warning\n");
        try
        {
            var build = await copy.BuildKata("-p:KataKitPreset=interview");
            build.FindingsOf("KATA1001").Should().ContainSingle("{0}", build).Which.Should().Contain("warning KATA1001");
        }
        finally
        {
            File.Delete(own);
        }
    }

    [Fact]
    public async Task A_preset_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var build = await copy.BuildKata("-p:KataKitPreset=strict");
        build.ExitCode.Should().NotBe(0, "{0}", build);
        build.Output.Should().Contain(
            x => x.Contains("error KATAKIT001: There is no preset 'strict'. KataKitPreset is one of: coach, interview, off.", StringComparison.Ordinal), "{0}", build);
    }
}
