using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0003: makes the dividend a real number before the division.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IntegerQuotientFix))]
[Shared]
public sealed class IntegerQuotientFix : EditFix
{
    private const string Id = "KATA0003";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Real";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (At<BinaryExpressionSyntax>(root, diagnostic.Location) is not { } quotient
            || !diagnostic.Properties.TryGetValue(FixProperties.Type, out var type)
            || type is null)
        {
            return null;
        }

        var real = quotient.WithLeft(Real(quotient.Left, type).WithTriviaFrom(quotient.Left));
        return (root.ReplaceNode(quotient, real), real.WithoutTrivia().ToString());
    }

    private static ExpressionSyntax Real(ExpressionSyntax dividend, string type)
    {
        if (dividend is LiteralExpressionSyntax literal && literal.Token.Text.All(char.IsDigit))
        {
            return SyntaxFactory.ParseExpression(literal.Token.Text + (type == "double" ? ".0" : type == "float" ? "f" : "m"));
        }

        var isClosed = dividend is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax;
        return SyntaxFactory.ParseExpression(isClosed ? $"({type}){dividend.WithoutTrivia()}" : $"({type})({dividend.WithoutTrivia()})");
    }
}
