using System.Collections.Immutable;
using System.Composition;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.CodeFixes.Rules.General;

/// <summary>Fixes KATA0010 for matrices, vectors and arrays that the member itself writes into: copies them first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterMutatedFix))]
[Shared]
public sealed class ParameterMutatedFix : EditFix
{
    private const string Id = "KATA0010";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Id];

    private protected override string TitleKey => Id + "_Copy";

    private protected override (SyntaxNode Root, string Argument)? Edit(SyntaxNode root, Diagnostic diagnostic, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Copy, out var copy)
            || copy is null
            || !IsWrittenDirectly(root.FindNode(diagnostic.Location.SourceSpan), copy.Split(' ')[0], model)
            || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { } body }
            || body.Statements.FirstOrDefault(x => x.Span.Contains(diagnostic.Location.SourceSpan)) is not { } statement)
        {
            return null;
        }

        return (InsertBefore(root, statement, copy, isApart: false), copy);
    }

    // A copy put into the parameter changes nothing for another variable that stands for the same object.
    private static bool IsWrittenDirectly(SyntaxNode written, string parameter, SemanticModel model)
        => written.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(x => model.GetSymbolInfo(x).Symbol).FirstOrDefault(x => x is ILocalSymbol or IParameterSymbol)?.Name == parameter;
}
