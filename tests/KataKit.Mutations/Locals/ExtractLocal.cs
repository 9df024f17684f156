using KataKit.Mutations.Code;
using KataKit.Mutations.Methods;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Locals;

/// <summary>A part of a statement's expression gets a name, and is computed just before the statement.</summary>
public sealed class ExtractLocal : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from expression in submission.Root.DescendantNodes().OfType<ExpressionSyntax>()
           where expression.Parent is not EqualsValueClauseSyntax
              && Extraction.IsCandidate(submission, expression)
              && submission.Purity.IsPure(expression)
           let statement = expression.FirstAncestorOrSelf<StatementSyntax>()
           where statement is ExpressionStatementSyntax or ReturnStatementSyntax or LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 }
              && statement.Parent is BlockSyntax
              && Evaluation.ComesFirst(submission, expression, statement)
           select new Site(statement, edits => Extract(edits, expression, statement));

    private static void Extract(Edits edits, ExpressionSyntax expression, StatementSyntax statement)
    {
        var name = edits.NewName("part");
        edits.Expression(expression, _ => name);
        edits.Statement(statement, it => $"var {name} = {expression};\n{it}");
    }
}
