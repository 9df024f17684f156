using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// How far the general rules look: the option <c>katakit_scope</c> in an .editorconfig or a global configuration. Rules about a contract
/// are bound to it by their nature, and the option is nothing to them.
/// </summary>
internal sealed class AnalysisScope
{
    /// <summary>The option, as configurations spell it.</summary>
    public const string Option = "katakit_scope";

    /// <summary><c>katas</c>, the default: only types that have a contract.</summary>
    public static readonly AnalysisScope Katas = new("katas");

    /// <summary><c>all</c>: every type.</summary>
    public static readonly AnalysisScope All = new("all");

    private readonly string _value;

    private AnalysisScope(string value) => _value = value;

    /// <summary>
    /// The scope that the options give a file. A value that is not known means the default: an analyzer must not grow louder by a slip
    /// of the pen.
    /// </summary>
    public static AnalysisScope Of(AnalyzerOptions options, SyntaxTree tree)
        => options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Option, out var value)
           && string.Equals(value.Trim(), All._value, StringComparison.OrdinalIgnoreCase)
            ? All
            : Katas;

    /// <summary>
    /// The widest scope of any file. Where it is <see cref="Katas"/> and the contracts are not referenced, nothing needs to be registered.
    /// </summary>
    public static AnalysisScope Widest(AnalyzerOptions options, Compilation compilation)
        => compilation.SyntaxTrees.Any(tree => Of(options, tree) == All) ? All : Katas;

    public override string ToString() => _value;
}
