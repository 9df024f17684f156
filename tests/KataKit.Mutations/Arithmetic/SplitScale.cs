using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary>
/// A division by a square root is done in two steps: as two statements, <c>y = x; y /= Math.Sqrt(e);</c>, where the quotient is
/// assigned, and as two factors, <c>x * Math.Pow(e, -0.25) * Math.Pow(e, -0.25)</c>, elsewhere.
/// </summary>
public sealed class SplitScale : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var (whole, _) in RootQuotient.AllIn(submission))
        {
            if (TwoStatements(submission, whole) is { } site)
            {
                yield return site;
            }

            yield return new Site(whole, edits => edits.Expression(whole, TwoFactors));
        }
    }

    private static Site? TwoStatements(Submission submission, ExpressionSyntax whole)
    {
        var dividend = RootQuotient.Dividend(whole);
        if (!SymbolEqualityComparer.Default.Equals(submission.TypeOf(dividend), submission.TypeOf(whole)))
        {
            return null;
        }

        return whole.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } }
                => new Site(declaration, edits => edits.Statement(declaration, it => TwoStatements(it))),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsRepeatable(submission, assignment.Left, RootQuotient.Divisor(whole))
                => new Site(statement, edits => edits.Statement(statement, TwoStatements)),
            _ => null,
        };
    }

    /// <summary>Whether a target may be named twice, and the divisor taken after the first assignment to it.</summary>
    private static bool IsRepeatable(Submission submission, ExpressionSyntax target, ExpressionSyntax divisor)
        => submission.Purity.IsPure(target)
            && submission.Model.GetOperation(target) is { } operation
            && Writes.Root(operation) is { } root
            && Reads.Of(submission, divisor) is var reads
            && !reads.Variables.Contains(root) && reads.AreScalar;

    private static string TwoStatements(LocalDeclarationStatementSyntax declaration)
    {
        var variable = declaration.Declaration.Variables[0];
        var whole = variable.Initializer!.Value;
        return $"{declaration.Declaration.Type} {variable.Identifier} = {RootQuotient.Dividend(whole)};\n{variable.Identifier} /= {RootQuotient.Divisor(whole)};";
    }

    private static string TwoStatements(ExpressionStatementSyntax statement)
    {
        var assignment = (AssignmentExpressionSyntax)statement.Expression;
        return $"{assignment.Left} = {RootQuotient.Dividend(assignment.Right)};\n{assignment.Left} /= {RootQuotient.Divisor(assignment.Right)};";
    }

    private static string TwoFactors(ExpressionSyntax whole)
    {
        var factor = SquareRoot.Power((InvocationExpressionSyntax)Syntax.Bare(RootQuotient.Divisor(whole)), "-0.25");
        return whole is AssignmentExpressionSyntax assignment
            ? $"{assignment.Left} *= {factor} * {factor}"
            : $"{Syntax.Operand(RootQuotient.Dividend(whole))} * {factor} * {factor}";
    }
}
