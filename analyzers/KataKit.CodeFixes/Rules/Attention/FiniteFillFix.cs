using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Attention;

/// <summary>Fixes KATA1005: puts minus infinity in the place of the finite score.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FiniteFillFix))]
[Shared]
public sealed class FiniteFillFix : ReplacementFix
{
    private const string Id = "KATA1005";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Replace";

    private protected override string Replacement(Diagnostic diagnostic) => "double.NegativeInfinity";
}
