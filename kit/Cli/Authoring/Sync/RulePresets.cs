using Microsoft.CodeAnalysis;

namespace KataKit.Cli;

/// <summary>The presets: what each rule says under coach, interview and off. The comments at their heads are written by hand.</summary>
internal sealed class RulePresets : IDerivation
{
    private const string Setting = "dotnet_diagnostic.";

    private static readonly (string Name, Func<DiagnosticDescriptor, string> Severity)[] Presets =
    [
        ("coach", SeverityOf),
        ("interview", rule => rule.IsEnabledByDefault ? "silent" : "none"),
        ("off", _ => "none"),
    ];

    /// <inheritdoc/>
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var rules = KitRule.All(library);
        foreach (var (name, severity) in Presets)
        {
            var path = $"analyzers/presets/{name}.globalconfig";
            var text = RepositoryText.Read(library, path);
            if (!text.Contains("\nis_global = true\n", StringComparison.Ordinal))
            {
                throw new CliException($"'{path}' must hold the line 'is_global = true': without it the compiler does not read it.", ExitCode.Internal);
            }

            var head = string.Join('\n', text.Split('\n').TakeWhile(line => !line.StartsWith(Setting, StringComparison.Ordinal)));
            var settings = rules.Select(rule => $"{Setting}{rule.Id}.severity = {severity(rule.Descriptor)}\n");
            yield return new DerivedFile(path, $"{head.TrimEnd('\n')}\n\n{string.Concat(settings)}");
        }
    }

    // The words of an .editorconfig.
    private static string SeverityOf(DiagnosticDescriptor rule)
        => rule switch
        {
            { IsEnabledByDefault: false } => "none",
            { DefaultSeverity: DiagnosticSeverity.Error } => "error",
            { DefaultSeverity: DiagnosticSeverity.Warning } => "warning",
            { DefaultSeverity: DiagnosticSeverity.Info } => "suggestion",
            _ => "silent",
        };
}
