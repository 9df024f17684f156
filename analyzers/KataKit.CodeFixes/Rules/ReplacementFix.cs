using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules;

/// <summary>Puts one expression in the place of the one that a rule has marked.</summary>
public abstract class ReplacementFix : EditFix
{
    private protected sealed override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
        => Target(root, diagnostic) is { } target && Replacement(diagnostic) is { } replacement
            ? (Replaced(root, target, replacement), replacement)
            : null;

    /// <summary>The expression to replace; <see langword="null"/> where the finding is on none.</summary>
    private protected virtual ExpressionSyntax? Target(SyntaxNode root, Diagnostic diagnostic) => At<ExpressionSyntax>(root, diagnostic.Location);

    /// <summary>The expression to put in; <see langword="null"/> where there is none for this finding.</summary>
    private protected virtual string? Replacement(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var replacement) ? replacement : null;
}
