using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Sequences.Tokenizer;

/// <summary>Fixes KATA2006: writes the count of a range that is given by its ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ByteRangeFix))]
[Shared]
public sealed class ByteRangeFix : ReplacementFix
{
    private const string Id = "KATA2006";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Count";
}
