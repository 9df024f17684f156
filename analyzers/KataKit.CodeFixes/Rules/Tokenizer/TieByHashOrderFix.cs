using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Tokenizer;

/// <summary>Fixes KATA2001 in sorts and in MaxBy: of equal counts the smaller key comes first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TieByHashOrderFix))]
[Shared]
public sealed class TieByHashOrderFix : CodeFixProvider
{
    private const string Id = "KATA2001";

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
                || diagnostic.Properties.IsEmpty
                || root.FindNode(diagnostic.Location.SourceSpan).Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access)
            {
                continue;
            }

            var entry = (call.ArgumentList.Arguments[0].Expression as SimpleLambdaExpressionSyntax)?.Parameter.Identifier.Text ?? "entry";
            var thenBy = $".ThenBy({entry} => {entry}.Key)";
            var after = diagnostic.Properties.ContainsKey(FixProperties.MaxBy)
                ? $"{access.Expression}.{(access.Name.Identifier.Text == "MaxBy" ? "OrderByDescending" : "OrderBy")}{call.ArgumentList}{thenBy}.First()"
                : $"{call}{thenBy}";
            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTitles.Format(Id + "_ThenBy", thenBy),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, SyntaxFactory.ParseExpression(after).WithTriviaFrom(call)))),
                    equivalenceKey: Id + "_ThenBy"),
                diagnostic);
        }
    }
}
