using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0002 where an <c>if</c> tests the candidate: moves the bound at the end of its block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunningBestNeverUpdatedFix))]
[Shared]
public sealed class RunningBestNeverUpdatedFix : EditFix
{
    private const string Id = "KATA0002";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Update";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (At<BinaryExpressionSyntax>(root, diagnostic.Location) is not { } comparison
            || !diagnostic.Properties.TryGetValue(FixProperties.Bound, out var bound)
            || Decided(comparison) is not { Statement: BlockSyntax { Statements.Count: > 0 } block })
        {
            return null;
        }

        var candidate = comparison.Left.ToString() == bound ? comparison.Right : comparison.Left;
        if (candidate is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax))
        {
            return null;
        }

        var update = $"{bound} = {candidate.WithoutTrivia()};";
        var last = block.Statements.Last();
        var added = SyntaxFactory.ParseStatement(update).WithLeadingTrivia(SyntaxFactory.Whitespace(IndentOf(last))).WithTrailingTrivia(last.GetTrailingTrivia());
        return (root.InsertNodesAfter(last, [added]), update);
    }

    /// <summary>The <c>if</c> whose block runs only when the comparison holds.</summary>
    private static IfStatementSyntax? Decided(BinaryExpressionSyntax comparison)
    {
        SyntaxNode node = comparison;
        while (node.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression })
        {
            node = node.Parent;
        }

        return node.Parent is IfStatementSyntax test && test.Condition == node ? test : null;
    }
}
