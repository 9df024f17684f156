using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Methods;

/// <summary>A loop moves into a private method. It may change array and matrix elements and at most one variable, which is returned.</summary>
public sealed class ExtractLoop : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from loop in submission.Root.DescendantNodes().OfType<StatementSyntax>()
           where loop is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
           let extraction = Extraction.Of(submission, loop)
           where extraction is not null
           let changed = extraction.Changed(submission, loop)
           where changed.Length <= 1
              && (changed.IsEmpty || !loop.Ancestors().Any(node => node is TryStatementSyntax))
              && changed.All(variable => !Extraction.TypeOf(variable).IsRefLikeType && !IsCaptured(submission, variable))
           select new Site(loop, edits => Extract(submission, edits, loop, extraction, changed.FirstOrDefault()));

    private static void Extract(Submission submission, Edits edits, StatementSyntax loop, Extraction extraction, ISymbol? result)
    {
        var name = edits.NewName("Loop");
        var type = loop.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var returned = result is null ? "void" : submission.Display(Extraction.TypeOf(result), type);
        var modifiers = extraction.NeedsThis ? "private" : "private static";
        edits.Statement(loop, _ => $"{(result is null ? "" : $"{result.Name} = ")}{name}({extraction.Arguments});");
        edits.Append(type, () =>
            $"{modifiers} {returned} {name}({extraction.Parameters(submission, type)}) {{ {loop}\n{(result is null ? "" : $"return {result.Name};")} }}");
    }

    private static bool IsCaptured(Submission submission, ISymbol variable)
        => submission.Uses(variable).Any(use => !SymbolEqualityComparer.Default.Equals(
            submission.Model.GetEnclosingSymbol(use.SpanStart), variable.ContainingSymbol));
}
