using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Grading;

/// <summary>
/// The severities and options that a kata's build gives its analyzers: the preset, the <c>.editorconfig</c> files, the properties of the
/// project. They are those of the learner's file, wherever an answer that is graded in its place may lie.
/// </summary>
internal sealed class AnalyzerConfiguration : SyntaxTreeOptionsProvider
{
    private readonly ImmutableDictionary<string, ReportDiagnostic> _global;
    private readonly ImmutableDictionary<string, ReportDiagnostic> _ofFile;

    private AnalyzerConfiguration(AnalyzerConfigOptionsResult global, AnalyzerConfigOptionsResult ofFile)
    {
        (_global, _ofFile) = (global.TreeOptions, ofFile.TreeOptions);
        Options = new AnalyzerOptions([], new Provider(new Values(global.AnalyzerOptions), new Values(ofFile.AnalyzerOptions)));
    }

    /// <summary>The options, for analyzers that ask.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>The severities that the files give, by diagnostic.</summary>
    public IEnumerable<KeyValuePair<string, ReportDiagnostic>> Severities => _global.Concat(_ofFile);

    /// <summary>Reads configuration files.</summary>
    /// <param name="paths">The files, as the compiler is given them.</param>
    /// <param name="answerPath">The learner's file, which sections of the files may name.</param>
    /// <exception cref="IOException">A file is gone.</exception>
    public static AnalyzerConfiguration Read(IEnumerable<string> paths, string answerPath)
    {
        var files = paths.Select(path => AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(path)), path)).ToList();
        var set = AnalyzerConfigSet.Create(files);
        return new AnalyzerConfiguration(set.GlobalConfigOptions, set.GetOptionsForSourcePath(answerPath));
    }

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        => _ofFile.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        => _global.TryGetValue(diagnosticId, out severity);

    private sealed class Provider(AnalyzerConfigOptions global, AnalyzerConfigOptions ofFile) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ofFile;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => global;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
