using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Foundations.LinkedList;

/// <summary>Returns the node that each round of a reversal leaves behind, where the rule has found a variable that holds it.</summary>
public abstract class ReturnedNodeFix : ReplacementFix
{
    private protected sealed override ExpressionSyntax? Target(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ReturnStatementSyntax>()?.Expression;
}
