using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Sequences.Tokenizer;

/// <summary>Fixes KATA2009 where a comparer ignores case: tells it apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextAlteredFix))]
[Shared]
public sealed class TextAlteredFix : ReplacementFix
{
    private const string Id = "KATA2009";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Ordinal";
}
