using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0014: begins the search at the infinity that every value beats.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExtremumSeedFix))]
[Shared]
public sealed class ExtremumSeedFix : EditFix
{
    private const string Id = "KATA0014";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Begin";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
        => At<ExpressionSyntax>(root, diagnostic.Location) is { } seed
           && diagnostic.Properties.TryGetValue(FixProperties.Bound, out var bound)
           && bound is not null
            ? (root.ReplaceNode(seed, SyntaxFactory.ParseExpression(bound).WithTriviaFrom(seed)), bound)
            : null;
}
