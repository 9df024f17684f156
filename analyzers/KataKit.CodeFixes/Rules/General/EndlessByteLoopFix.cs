using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0006 in a <c>for</c> loop that declares its variable: counts in an int, and casts where the small type is needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EndlessByteLoopFix))]
[Shared]
public sealed class EndlessByteLoopFix : EditFix
{
    private const string Id = "KATA0006";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Widen";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (At<ExpressionSyntax>(root, diagnostic.Location)?.FirstAncestorOrSelf<ForStatementSyntax>() is not
            { Declaration: { Type: PredefinedTypeSyntax small, Variables.Count: 1 } declaration, Statement: var body } loop
            || !(small.Keyword.Kind() is SyntaxKind.ByteKeyword or SyntaxKind.SByteKeyword or SyntaxKind.ShortKeyword or SyntaxKind.UShortKeyword))
        {
            return null;
        }

        var counter = model.GetDeclaredSymbol(declaration.Variables[0]);
        var type = model.GetTypeInfo(small).Type;
        var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(x => x.Parent is not (MemberAccessExpressionSyntax or CastExpressionSyntax)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(x).Symbol, counter)
                && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(x).ConvertedType, type));
        var widened = loop.ReplaceNodes(
            uses.Cast<SyntaxNode>().Append(small),
            (old, _) => old == small
                ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)).WithTriviaFrom(small)
                : SyntaxFactory.ParseExpression($"({small.Keyword.Text}){old.WithoutTrivia()}").WithTriviaFrom(old));
        return (root.ReplaceNode(loop, widened), widened.Declaration!.ToString());
    }
}
