using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Foundations.LinkedList;

/// <summary>Fixes KATA3003: returns the new head instead of the old head.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OldHeadReturnedFix))]
[Shared]
public sealed class OldHeadReturnedFix : ReturnedNodeFix
{
    private const string Id = "KATA3003";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Return";
}
