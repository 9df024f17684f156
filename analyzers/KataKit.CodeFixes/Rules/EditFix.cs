using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace KataKit.CodeFixes.Rules;

/// <summary>A fix that edits the file of the finding in one way, or does not know how.</summary>
public abstract class EditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A hidden finding shows no squiggle; a fix offered at the cursor would give it away all the same.
            if (root is null || model is null || diagnostic.Severity == DiagnosticSeverity.Hidden || Edit(root, diagnostic, model) is not { } edit)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTitles.Format(TitleKeyOf(diagnostic), edit.Argument),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(edit.Root)),
                    equivalenceKey: TitleKeyOf(diagnostic)),
                diagnostic);
        }
    }

    /// <summary>The resource of the title.</summary>
    private protected abstract string TitleKey { get; }

    /// <summary>The resource of the title for one finding, in a fix that has two edits.</summary>
    private protected virtual string TitleKeyOf(Diagnostic diagnostic) => TitleKey;

    /// <summary>The edited file and what its title names; <see langword="null"/> where the right edit is not plain.</summary>
    private protected abstract (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model);

    /// <summary>The expression that a finding points to.</summary>
    private protected static T? At<T>(SyntaxNode root, Location location)
        where T : SyntaxNode
        => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>(x => x.Span == location.SourceSpan);

    /// <summary>Puts an expression in the place of another, with the parentheses that it needs there and no more.</summary>
    private protected static SyntaxNode Replaced(SyntaxNode root, ExpressionSyntax target, string text)
    {
        var replacement = SyntaxFactory.ParseExpression(text);
        if (target.Parent is ParenthesizedExpressionSyntax && replacement is ParenthesizedExpressionSyntax parenthesized)
        {
            replacement = parenthesized.Expression;
        }

        if (replacement is BinaryExpressionSyntax && target.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax)
        {
            replacement = SyntaxFactory.ParenthesizedExpression(replacement);
        }

        return root.ReplaceNode(target, replacement.WithTriviaFrom(target).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
    }

    /// <summary>Puts a statement in front of another, at its indentation; comments stay in front of both.</summary>
    private protected static SyntaxNode InsertBefore(SyntaxNode root, StatementSyntax place, string code, bool isApart)
    {
        var (indent, newLine) = (IndentOf(place), NewLineOf(place));
        var lines = code.Split('\n').Select((x, i) => i == 0 ? x : indent + x);
        var inserted = SyntaxFactory.ParseStatement(string.Join(newLine, lines))
            .WithLeadingTrivia(place.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ParseLeadingTrivia(newLine + (isApart ? newLine : string.Empty)));
        var marked = new SyntaxAnnotation();
        root = root.ReplaceNode(place, place.WithAdditionalAnnotations(marked));
        root = root.InsertNodesBefore(root.GetAnnotatedNodes(marked).Single(), [inserted]);
        var moved = root.GetAnnotatedNodes(marked).Single();
        return root.ReplaceNode(moved, moved.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithoutAnnotations(marked));
    }

    /// <summary>The white space in front of a statement.</summary>
    private protected static string IndentOf(SyntaxNode statement)
        => statement.GetLeadingTrivia().LastOrDefault(x => x.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();

    /// <summary>The line break behind a statement.</summary>
    private protected static string NewLineOf(SyntaxNode statement)
        => statement.GetTrailingTrivia().FirstOrDefault(x => x.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";
}
