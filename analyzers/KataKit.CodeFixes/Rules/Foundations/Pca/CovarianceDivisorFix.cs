using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.CodeFixes.Rules.Foundations.Pca;

/// <summary>Fixes KATA4003 where the number of samples is at hand: puts one less in the place of the wrong divisor, or divides a matrix of sums by it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CovarianceDivisorFix))]
[Shared]
public sealed class CovarianceDivisorFix : ReplacementFix
{
    private const string Id = "KATA4003";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Replace";
}
