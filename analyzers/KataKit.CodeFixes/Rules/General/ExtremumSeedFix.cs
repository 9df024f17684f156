using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0014: begins the search at the infinity that every value beats.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExtremumSeedFix))]
[Shared]
public sealed class ExtremumSeedFix : ReplacementFix
{
    private const string Id = "KATA0014";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Begin";
}
