using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0005: makes a call, a sort or a comparer go by code units.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureSensitiveTextFix))]
[Shared]
public sealed class CultureSensitiveTextFix : CodeFixProvider
{
    private const string Id = "KATA0005";

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
            if (root is not null && diagnostic.Severity != DiagnosticSeverity.Hidden && Edit(root, diagnostic) is var (before, after, text))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTitles.Format(Id + "_Ordinal", text),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after.WithTriviaFrom(before)))),
                        equivalenceKey: Id + "_Ordinal"),
                    diagnostic);
            }
        }
    }

    private static (SyntaxNode Before, SyntaxNode After, string Text)? Edit(SyntaxNode root, Diagnostic diagnostic)
    {
        var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var whole = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        foreach (var property in diagnostic.Properties)
        {
            var text = property.Value!;
            switch (property.Key)
            {
                case FixProperties.Expression or FixProperties.Name when place is ExpressionSyntax:
                    return (place, SyntaxFactory.ParseExpression(text), text);
                case FixProperties.Argument when Arguments(whole) is { } arguments:
                    return (arguments, arguments.AddArguments(Argument(text, arguments.Arguments.Count > 0)), text);
                case FixProperties.CompareOrdinal when whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call:
                    var compared = SyntaxFactory.ParseExpression($"{text}({called.Expression}, {call.ArgumentList.Arguments[0]})");
                    return (whole, compared, text);
            }
        }

        return null;
    }

    private static ArgumentListSyntax? Arguments(SyntaxNode call)
        => call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };

    private static ArgumentSyntax Argument(string text, bool isFollowing)
        => SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text))
            .WithLeadingTrivia(isFollowing ? [SyntaxFactory.Space] : SyntaxFactory.TriviaList());
}
