using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Foundations.LinkedList;

/// <summary>Fixes KATA3002: returns the new head instead of a cursor that is null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullCursorReturnedFix))]
[Shared]
public sealed class NullCursorReturnedFix : ReturnedNodeFix
{
    private const string Id = "KATA3002";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Return";
}
