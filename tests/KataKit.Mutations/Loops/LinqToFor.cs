using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary><c>Enumerable.Range(a, n).Sum(c =&gt; f(c))</c> becomes a loop that adds up, in front of the statement that uses the sum.</summary>
public sealed class LinqToFor : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var sum in submission.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (sum is
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sum", Expression: InvocationExpressionSyntax range },
                    ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } term } lambda }],
                }
                && range.ArgumentList.Arguments is [var start, var count]
                && submission.Model.GetSymbolInfo(range).Symbol is IMethodSymbol { Name: "Range", ContainingType.Name: "Enumerable" }
                && Counter(lambda) is { } counter
                && Numbers.IsDouble(submission.TypeOf(sum)) && submission.Purity.IsPure(sum)
                && sum.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement and (ExpressionStatementSyntax or ReturnStatementSyntax
                    or LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 })
                && Evaluation.ComesFirst(submission, sum, statement)
                && !CapturedText.Covers(submission, sum)
                && submission.Model.LookupSymbols(block.CloseBraceToken.SpanStart, name: counter).IsEmpty)
            {
                yield return new Site(statement, edits => Rewrite(edits, statement, sum, counter, (start.Expression, count.Expression, term)));
            }
        }
    }

    private static void Rewrite(
        Edits edits,
        StatementSyntax statement,
        InvocationExpressionSyntax sum,
        string counter,
        (ExpressionSyntax Start, ExpressionSyntax Count, ExpressionSyntax Term) loop)
    {
        var name = edits.NewName("sum");
        var end = loop.Start.ToString() == "0" ? loop.Count.ToString() : $"{Syntax.Operand(loop.Start)} + {Syntax.Operand(loop.Count)}";
        edits.Expression(sum, _ => name);
        edits.Statement(statement, it =>
            $"var {name} = 0.0;\nfor (var {counter} = {loop.Start}; {counter} < {end}; {counter}++) {{ {name} += {loop.Term}; }}\n{it}");
    }

    private static string? Counter(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var name } => name,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Identifier.ValueText: var name }] } => name,
        _ => null,
    };
}
