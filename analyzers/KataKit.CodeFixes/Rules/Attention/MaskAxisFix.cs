using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Attention;

/// <summary>Fixes KATA1009: exchanges the two indices of the mask.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MaskAxisFix))]
[Shared]
public sealed class MaskAxisFix : ReplacementFix
{
    private const string Id = "KATA1009";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Replace";
}
