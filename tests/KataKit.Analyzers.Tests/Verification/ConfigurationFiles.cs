using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Analyzers.Tests.Verification;

/// <summary>Configuration files as the compiler reads them, for analyzers that ask for options.</summary>
internal sealed class ConfigurationFiles : AnalyzerConfigOptionsProvider
{
    // Where the files would be plays no part, but the compiler wants absolute paths: an .editorconfig holds for what lies below it.
    private const string Folder = "/code";

    private readonly AnalyzerConfigSet _set;

    private ConfigurationFiles(AnalyzerConfigSet set) => _set = set;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => new Options(_set.GlobalConfigOptions);

    /// <summary>Options for analyzers from the text of an .editorconfig beside the code, or of a global configuration.</summary>
    /// <exception cref="ArgumentException">The compiler would warn about the file.</exception>
    public static AnalyzerOptions Read(string text)
    {
        var name = text.Contains("is_global", StringComparison.Ordinal) ? "/.globalconfig" : "/.editorconfig";
        List<AnalyzerConfig> files = [AnalyzerConfig.Parse(text, Folder + name)];
        var set = AnalyzerConfigSet.Create(files, out var problems);
        problems = problems.AddRange(set.GlobalConfigOptions.Diagnostics);
        return problems.IsEmpty ? new AnalyzerOptions([], new ConfigurationFiles(set)) : throw new ArgumentException(string.Join("; ", problems), nameof(text));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(_set.GetOptionsForSourcePath($"{Folder}/{tree.FilePath}"));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(_set.GetOptionsForSourcePath(textFile.Path));

    private sealed class Options(AnalyzerConfigOptionsResult result) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            => result.AnalyzerOptions.TryGetValue(key, out value);
    }
}
