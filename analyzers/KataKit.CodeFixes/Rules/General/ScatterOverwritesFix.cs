using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0009: the assignment adds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScatterOverwritesFix))]
[Shared]
public sealed class ScatterOverwritesFix : EditFix
{
    private const string Id = "KATA0009";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Add";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
        => diagnostic.Properties.ContainsKey(FixProperties.Adds)
           && At<AssignmentExpressionSyntax>(root, diagnostic.Location) is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            ? (root.ReplaceNode(assignment, Adding(assignment)), "+=")
            : null;

    private static AssignmentExpressionSyntax Adding(AssignmentExpressionSyntax assignment)
        => SyntaxFactory.AssignmentExpression(
            SyntaxKind.AddAssignmentExpression,
            assignment.Left,
            SyntaxFactory.Token(SyntaxKind.PlusEqualsToken).WithTriviaFrom(assignment.OperatorToken),
            assignment.Right);
}
