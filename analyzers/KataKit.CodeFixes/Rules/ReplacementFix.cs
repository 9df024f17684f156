using System.Collections.Immutable;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace KataKit.CodeFixes.Rules;

/// <summary>Puts one expression in the place of the one that a rule has marked.</summary>
public abstract class ReplacementFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A hidden finding shows no squiggle; a fix offered at the cursor would give it away all the same.
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax target
                || diagnostic.Severity == DiagnosticSeverity.Hidden
                || Replacement(diagnostic) is not { } text)
            {
                continue;
            }

            var replacement = SyntaxFactory.ParseExpression(text);
            if (target.Parent is ParenthesizedExpressionSyntax && replacement is ParenthesizedExpressionSyntax parenthesized)
            {
                replacement = parenthesized.Expression;
            }

            if (replacement is BinaryExpressionSyntax && target.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax)
            {
                replacement = SyntaxFactory.ParenthesizedExpression(replacement);
            }

            var changed = root.ReplaceNode(target, replacement.WithTriviaFrom(target).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
            context.RegisterCodeFix(
                CodeAction.Create(Title(text), _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: GetType().Name),
                diagnostic);
        }
    }

    /// <summary>What the fix is called in the editor.</summary>
    protected abstract string Title(string replacement);

    /// <summary>The expression to put in; <see langword="null"/> where there is none for this finding.</summary>
    protected virtual string? Replacement(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var replacement) ? replacement : null;
}
