using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>A preset as the compiler reads it: a global analyzer configuration, and perhaps a learner's own .editorconfig beside it.</summary>
internal sealed class Preset
{
    // Where the files would be plays no part, but the compiler wants absolute paths: an .editorconfig holds for what lies below it.
    private const string Folder = "/katas/Kata";

    private readonly AnalyzerConfigSet _configuration;

    private Preset(AnalyzerConfigSet configuration) => _configuration = configuration;

    /// <summary>Reads a preset of the repository.</summary>
    /// <param name="name">Its name: <c>coach</c>.</param>
    /// <param name="editorConfig">The text of a learner's .editorconfig, if any.</param>
    /// <exception cref="InvalidOperationException">The compiler would warn about a file.</exception>
    public static Preset Read(string name, string? editorConfig = null)
    {
        List<AnalyzerConfig> files = [AnalyzerConfig.Parse(KataSource.Read("analyzers", "presets", name + ".globalconfig"), $"{Folder}/{name}.globalconfig")];
        if (editorConfig is not null)
        {
            files.Add(AnalyzerConfig.Parse(editorConfig, Folder + "/.editorconfig"));
        }

        var configuration = AnalyzerConfigSet.Create(files, out var problems);
        problems = problems.AddRange(configuration.GlobalConfigOptions.Diagnostics);
        return problems.IsEmpty ? new Preset(configuration) : throw new InvalidOperationException($"{name}: {string.Join("; ", problems)}");
    }

    /// <summary>What the rules report in a file under this preset.</summary>
    public Task<IReadOnlyList<Diagnostic>> Findings(string source)
    {
        var compilation = KataCompilation.Compile(source);
        return Proofs.Findings.In(compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Options(_configuration))));
    }

    private sealed class Options(AnalyzerConfigSet configuration) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => configuration.GetOptionsForSourcePath($"{Folder}/{tree.FilePath}").TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => configuration.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
