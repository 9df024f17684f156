using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Tokenizer;

/// <summary>Fixes KATA2004 where another encoding is used: encodes as UTF-8.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CharactersForBytesFix))]
[Shared]
public sealed class CharactersForBytesFix : CodeFixProvider
{
    private const string Id = "KATA2004";

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
            // A hidden finding shows no squiggle; a fix offered at the cursor would give it away all the same.
            if (root is null
                || diagnostic.Severity == DiagnosticSeverity.Hidden
                || !diagnostic.Properties.TryGetValue(FixProperties.Expression, out var encoding)
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is not { } named)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTitles.Format(Id + "_Utf8", encoding!),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(named, SyntaxFactory.ParseExpression(encoding!).WithTriviaFrom(named)))),
                    equivalenceKey: Id + "_Utf8"),
                diagnostic);
        }
    }
}
