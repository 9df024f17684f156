using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Attention;

/// <summary>
/// Fixes KATA1001 where the head dimension is at hand: puts it in place of the wrong dimension in the scaling expression, or divides a
/// matrix of unscaled scores by its square root.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScoreScaleFix))]
[Shared]
public sealed class ScoreScaleFix : EditFix
{
    private const string Id = "KATA1001";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Divide";

    private protected override string TitleKeyOf(Diagnostic diagnostic) => HasWrongDimension(diagnostic) ? Id + "_Replace" : TitleKey;

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Dimension, out var dimension) || dimension is null)
        {
            return null;
        }

        if (HasWrongDimension(diagnostic))
        {
            return At<ExpressionSyntax>(root, diagnostic.AdditionalLocations[1]) is { } wrong ? (Replaced(root, wrong, dimension), dimension) : null;
        }

        return diagnostic.Properties.ContainsKey(FixProperties.DividesMatrix) && At<ExpressionSyntax>(root, diagnostic.AdditionalLocations[0]) is { } product
            ? (Replaced(root, product, $"{product.WithoutTrivia()} / Math.Sqrt({dimension})"), dimension)
            : null;
    }

    // The first additional location is the product of the matrices.
    private static bool HasWrongDimension(Diagnostic diagnostic) => diagnostic.AdditionalLocations.Count > 1;
}
