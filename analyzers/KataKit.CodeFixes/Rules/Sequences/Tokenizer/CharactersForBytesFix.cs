using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Sequences.Tokenizer;

/// <summary>Fixes KATA2004 where another encoding is used: encodes as UTF-8.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CharactersForBytesFix))]
[Shared]
public sealed class CharactersForBytesFix : ReplacementFix
{
    private const string Id = "KATA2004";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Utf8";
}
