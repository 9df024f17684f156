using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KataKit.CodeFixes.Rules.Attention;

/// <summary>
/// Fixes KATA1001 where the head dimension is at hand: puts it in place of the wrong dimension in the scaling expression, or divides a
/// matrix of unscaled scores by its square root.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScoreScaleFix))]
[Shared]
public sealed class ScoreScaleFix : CodeFixProvider
{
    private const string Id = "KATA1001";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null
                || !diagnostic.Properties.TryGetValue(FixProperties.Dimension, out var dimension)
                || dimension is null
                || Target(root, diagnostic) is not { } target)
            {
                continue;
            }

            var replaces = diagnostic.AdditionalLocations.Count > 1;
            var title = FixTitles.Format(replaces ? Id + "_Replace" : Id + "_Divide", dimension);
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(target, Fixed(target, dimension, replaces)))),
                    equivalenceKey: replaces ? Id + "_Replace" : Id + "_Divide"),
                diagnostic);
        }
    }

    // The wrong dimension where the rule has found it, or else the product of the matrices if the scores are not scaled at all.
    private static ExpressionSyntax? Target(SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count > 1)
        {
            return Node(root, diagnostic.AdditionalLocations[1]);
        }

        return diagnostic.Properties.ContainsKey(FixProperties.DividesMatrix) ? Node(root, diagnostic.AdditionalLocations[0]) : null;
    }

    private static ExpressionSyntax? Node(SyntaxNode root, Location location)
        => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;

    private static ExpressionSyntax Fixed(ExpressionSyntax target, string dimension, bool replaces)
    {
        var fixedExpression = replaces
            ? SyntaxFactory.ParseExpression(dimension)
            : SyntaxFactory.ParseExpression($"{target.WithoutTrivia()} / Math.Sqrt({dimension})");
        if (!replaces && target.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax)
        {
            fixedExpression = SyntaxFactory.ParenthesizedExpression(fixedExpression);
        }

        return fixedExpression.WithTriviaFrom(target).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
