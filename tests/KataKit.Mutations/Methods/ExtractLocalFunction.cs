using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Methods;

/// <summary>An expression moves into a local function at the end of its block, which sees the variables there without being given them.</summary>
public sealed class ExtractLocalFunction : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from expression in submission.Root.DescendantNodes().OfType<ExpressionSyntax>()
           where Extraction.IsCandidate(submission, expression)
           let block = BlockOf(expression)
           let extraction = block is null ? null : Extraction.Of(submission, expression)
           where extraction is not null
              && !(extraction.NeedsThis && expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is StructDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordStructDeclaration })
              && extraction.Changed(submission, expression).IsEmpty
              && extraction.Variables.All(variable => IsVisible(submission, block, variable))
           select new Site(expression, edits => Extract(submission, edits, expression, block));

    private static void Extract(Submission submission, Edits edits, ExpressionSyntax expression, BlockSyntax block)
    {
        var name = edits.NewName("Local");
        var type = submission.Display(submission.TypeOf(expression)!, block);
        edits.Expression(expression, _ => $"{name}()");
        edits.Append(block, () => $"{type} {name}() => {expression};");
    }

    private static BlockSyntax? BlockOf(ExpressionSyntax expression)
        => expression.Ancestors().FirstOrDefault(node => node is BlockSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax) as BlockSyntax;

    /// <summary>Whether a local function at the end of a block may use a variable: in scope, and not one that must not be captured.</summary>
    private static bool IsVisible(Submission submission, BlockSyntax block, ISymbol variable)
        => !Extraction.TypeOf(variable).IsRefLikeType
            && submission.Model.LookupSymbols(block.OpenBraceToken.Span.End, name: variable.Name).Contains(variable, SymbolEqualityComparer.Default);
}
