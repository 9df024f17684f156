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
    private const string MayBeNull = "CS8602";
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
        var findings = await FindAsync(Coach, $"[*.cs]\ndotnet_diagnostic.{Rule}.severity = error\n");

        Assert.Equal(DiagnosticSeverity.Error, findings.First(finding => finding.Id == Rule).Severity);
    }

    [Fact]
    public async Task Messages_are_English_and_Chinese()
    {
        var finding = (await FindAsync(Coach)).First(finding => finding.Id == Rule);

        Assert.Contains("scaled", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(finding.GetMessage(new CultureInfo("zh-Hans")), character => character is >= '一' and <= '鿿');
    }

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData("warning", new string[0])]
    [InlineData("error", new[] { MayBeNull })]
    public async Task What_may_be_null_stops_an_answer_where_the_build_says_so(string? severity, string[] errors)
    {
        var source = await File.ReadAllTextAsync(Kata.SolutionPath) + "file static class Text { public static int LengthOf(string? text) => text.Length; }";

        var compiled = await CompileAsync(source, Coach, severity is null ? null : $"[*.cs]\ndotnet_diagnostic.{MayBeNull}.severity = {severity}\n");

        Assert.Equal(errors, compiled.Errors.Select(error => error.Id));
        Assert.Equal(errors.Length == 0, compiled.Image is not null);
    }

    private static string Coach => Path.Combine(Kata.Root, "analyzers", "presets", "coach.globalconfig");

    private async Task<IReadOnlyList<Diagnostic>> FindAsync(string preset, string? editorConfig = null)
    {
        var wrong = Path.Combine(Kata.Root, "tests", "Submissions", Kata.Track, Kata.Name, "wrong", "Note004_Port.cs");
        var compiled = await CompileAsync(await File.ReadAllTextAsync(wrong), preset, editorConfig);
        Assert.NotNull(compiled.Image);
        return compiled.Findings;
    }

    /// <summary>Compiles an answer as a build with these configuration files would.</summary>
    private async Task<CompiledSubmission> CompileAsync(string source, string preset, string? editorConfig)
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
        foreach (var file in new[] { "kata.runtime.txt", "kata.tests.txt" })
        {
            File.Copy(Path.Combine(built, file), Path.Combine(folder, file), overwrite: true);
        }

        var compiler = new SubmissionCompiler(KataBuild.Read(Kata with { Root = _folder.FullName }));
        return await compiler.CompileAsync(source, "Answer.cs", AnswerLane.AllAnalyzers);
    }

    /// <summary>Where the build in the configuration of these tests writes what the grader reads.</summary>
    private static string BuildFolder(Kata kata)
        => Path.Combine(
            kata.Root, KataBuild.Project, "obj", typeof(SeverityTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration);
}
