using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Pooling;

/// <summary>Fixes KATA0009: the assignment adds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScatterOverwritesFix))]
[Shared]
public sealed class ScatterOverwritesFix : CodeFixProvider
{
    private const string Id = "KATA0009";

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
            if (diagnostic.Severity != DiagnosticSeverity.Hidden
                && diagnostic.Properties.ContainsKey(FixProperties.Adds)
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is AssignmentExpressionSyntax assignment
                && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTitles.Format(Id + "_Add", "+="),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(assignment, Adding(assignment)))),
                        equivalenceKey: Id + "_Add"),
                    diagnostic);
            }
        }
    }

    private static AssignmentExpressionSyntax Adding(AssignmentExpressionSyntax assignment)
        => SyntaxFactory.AssignmentExpression(
            SyntaxKind.AddAssignmentExpression,
            assignment.Left,
            SyntaxFactory.Token(SyntaxKind.PlusEqualsToken).WithTriviaFrom(assignment.OperatorToken),
            assignment.Right);
}
