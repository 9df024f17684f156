using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.Attention;

/// <summary>Fixes KATA1011: rejects a number of heads that leaves a remainder, in front of the division.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivisibilityNeverTestedFix))]
[Shared]
public sealed class DivisibilityNeverTestedFix : EditFix
{
    private const string Id = "KATA1011";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Reject";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (At<BinaryExpressionSyntax>(root, diagnostic.Location) is not { Right: IdentifierNameSyntax heads } quotient
            || model.GetSymbolInfo(heads).Symbol?.Locations.FirstOrDefault() != diagnostic.AdditionalLocations[0]
            || quotient.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax { Parent: MethodDeclarationSyntax } } statement)
        {
            return null;
        }

        var width = quotient.Left is BinaryExpressionSyntax ? $"({quotient.Left.WithoutTrivia()})" : quotient.Left.WithoutTrivia().ToString();
        var test = $"if ({width} % {heads} != 0)";
        var code = $"{test}\n{{\n    throw new ArgumentException(\"The number of heads must divide the width.\", nameof({heads}));\n}}";
        return (InsertBefore(root, statement, code, isApart: true), test);
    }
}
