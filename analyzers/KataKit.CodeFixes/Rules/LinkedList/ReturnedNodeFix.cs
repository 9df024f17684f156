using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.LinkedList;

/// <summary>Returns the node that each round of a reversal leaves behind, where the rule has found a variable that holds it.</summary>
public abstract class ReturnedNodeFix : CodeFixProvider
{
    private protected abstract string TitleKey { get; }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A hidden finding shows no squiggle; a fix offered at the cursor would give it away all the same.
            if (diagnostic.Severity == DiagnosticSeverity.Hidden
                || !diagnostic.Properties.TryGetValue(FixProperties.Variable, out var variable)
                || variable is null
                || root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ReturnStatementSyntax>() is not { Expression: { } returned })
            {
                continue;
            }

            var replacement = SyntaxFactory.IdentifierName(variable).WithTriviaFrom(returned);
            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTitles.Format(TitleKey, variable),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(returned, replacement))),
                    equivalenceKey: TitleKey),
                diagnostic);
        }
    }
}
