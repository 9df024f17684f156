using System.Globalization;
using System.Reflection;
using KataKit.Grading;
using Microsoft.CodeAnalysis;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Findings have the severity that the kata's build gives them, and speak the reader's language.</summary>
public sealed class SeverityTests : IDisposable
{
    private const string Rule = "KATA1001";
    private static readonly Kata Kata = Evidence.Catalogue.Get("SelfAttention");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-severity-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("coach", DiagnosticSeverity.Warning)]
    [InlineData("interview", DiagnosticSeverity.Hidden)]
    [InlineData("off", null)]
    public async Task A_preset_gives_the_severity(string preset, DiagnosticSeverity? severity)
    {
        var findings = await FindAsync(Path.Combine(Kata.Root, "analyzers", "presets", preset + ".globalconfig"));

        Assert.Equal(severity, findings.FirstOrDefault(finding => finding.Id == Rule)?.Severity);
    }

    [Fact]
    public async Task An_editor_configuration_wins_over_the_preset()
    {
        var findings = await FindAsync(Path.Combine(Kata.Root, "analyzers", "presets", "coach.globalconfig"), $"[*.cs]\ndotnet_diagnostic.{Rule}.severity = error\n");

        Assert.Equal(DiagnosticSeverity.Error, findings.First(finding => finding.Id == Rule).Severity);
    }

    [Fact]
    public async Task Messages_are_English_and_Chinese()
    {
        var finding = (await FindAsync(Path.Combine(Kata.Root, "analyzers", "presets", "coach.globalconfig"))).First(finding => finding.Id == Rule);

        Assert.Contains("scaled", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(finding.GetMessage(new CultureInfo("zh-Hans")), character => character is >= '一' and <= '鿿');
    }

    /// <summary>Compiles a wrong answer as a build with these configuration files would.</summary>
    private async Task<IReadOnlyList<Diagnostic>> FindAsync(string preset, string? editorConfig = null)
    {
        // A repository whose kata was built with other arguments: the same but for the configuration.
        var built = BuildFolder(Kata);
        var folder = BuildFolder(Kata with { Root = _folder.FullName });
        Directory.CreateDirectory(folder);
        var arguments = File.ReadLines(Path.Combine(built, "kata.compile.rsp"))
            .Where(line => !line.StartsWith("/analyzerconfig:", StringComparison.Ordinal))
            .Append($"/analyzerconfig:\"{preset}\"");
        if (editorConfig is not null)
        {
            var path = Path.Combine(_folder.FullName, ".editorconfig");
            await File.WriteAllTextAsync(path, editorConfig);
            arguments = arguments.Append($"/analyzerconfig:\"{path}\"");
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "kata.compile.rsp"), arguments);
        File.Copy(Path.Combine(built, "kata.runtime.txt"), Path.Combine(folder, "kata.runtime.txt"), overwrite: true);
        var compiler = new SubmissionCompiler(KataBuild.Read(Kata with { Root = _folder.FullName }));
        var wrong = Path.Combine(Kata.Root, "tests", "Submissions", Kata.Name, "wrong", "Note004_Port.cs");
        var compiled = await compiler.CompileAsync(await File.ReadAllTextAsync(wrong), wrong, Evidence.Analysis);
        Assert.NotNull(compiled.Image);
        return compiled.Findings;
    }

    /// <summary>Where the kata's build in the configuration of these tests writes what the grader reads.</summary>
    private static string BuildFolder(Kata kata)
        => Path.Combine(
            Path.GetDirectoryName(kata.StubPath)!, "obj", typeof(SeverityTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration);
}
