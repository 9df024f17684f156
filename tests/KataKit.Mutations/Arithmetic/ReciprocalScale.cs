using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arithmetic;

/// <summary><c>x / Math.Sqrt(e)</c> becomes <c>x * (1 / Math.Sqrt(e))</c>, and <c>x /= …</c> likewise.</summary>
public sealed class ReciprocalScale : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
        => from quotient in RootQuotient.AllIn(submission)
           select new Site(quotient.Whole, edits => edits.Expression(quotient.Whole, Text));

    private static string Text(ExpressionSyntax whole)
    {
        var assigns = whole is AssignmentExpressionSyntax ? "=" : string.Empty;
        return $"{Left(RootQuotient.Dividend(whole))} *{assigns} (1 / {Syntax.Bare(RootQuotient.Divisor(whole))})";
    }

    // a * b / c is (a * b) / c already.
    private static string Left(ExpressionSyntax dividend)
        => dividend is BinaryExpressionSyntax { OperatorToken.Text: "*" or "/" } ? dividend.ToString() : Syntax.Operand(dividend);
}
