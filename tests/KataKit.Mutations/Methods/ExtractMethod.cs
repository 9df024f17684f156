using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Methods;

/// <summary>An expression moves into a private method: a scale, an argument, the right side of an assignment, a result.</summary>
public sealed class ExtractMethod : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from expression in submission.Root.DescendantNodes().OfType<ExpressionSyntax>()
           where Extraction.IsCandidate(submission, expression)
           let extraction = Extraction.Of(submission, expression)
           where extraction is not null && extraction.Changed(submission, expression).IsEmpty
           select new Site(expression, edits => Extract(submission, edits, expression, extraction));

    private static void Extract(Submission submission, Edits edits, ExpressionSyntax expression, Extraction extraction)
    {
        var name = edits.NewName("Extracted");
        var type = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var signature = $"private {(extraction.NeedsThis ? "" : "static ")}{submission.Display(submission.TypeOf(expression)!, type)} "
            + $"{name}({extraction.Parameters(submission, type)})";
        edits.Expression(expression, _ => $"{name}({extraction.Arguments})");
        edits.Append(type, () => $"{signature} => {expression};");
    }
}
