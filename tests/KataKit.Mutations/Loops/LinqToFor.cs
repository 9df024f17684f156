using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary>
/// A sum by LINQ, <c>Enumerable.Range(a, n).Sum(c =&gt; f(c))</c>, <c>a.Zip(b, (x, y) =&gt; f(x, y)).Sum()</c> or <c>a.Sum()</c>, becomes a
/// loop that adds up in front of the statement that uses the sum.
/// </summary>
public sealed class LinqToFor : SiteMutator
{
    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
        => from call in submission.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
           where Numbers.IsDouble(submission.TypeOf(call))
              && IsLinq(submission, call, "Sum")
              && submission.Purity.IsPure(call)
              && !CapturedText.Covers(submission, call)
           let place = Evaluation.PlaceBefore(submission, call)
           where place is not null && NamesAreFree(submission, call, place)
           select new Site(place, edits => Rewrite(submission, edits, call, place));

    private static void Rewrite(Submission submission, Edits edits, InvocationExpressionSyntax call, SyntaxNode place)
    {
        var name = edits.NewName("sum");
        var loop = Loop(submission, call, term => $"{name} += {term};", edits.NewName);
        edits.Expression(call, _ => name);
        edits.Before(place, () => $"var {name} = 0.0;\n{loop}");
    }

    private static string Loop(Submission submission, InvocationExpressionSyntax call, Func<ExpressionSyntax, string> add, Func<string, string> newName)
    {
        var source = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        var (items, term) = call.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax lambda }]
            ? (Parameters(lambda)[0], lambda.ExpressionBody!)
            : (newName("item"), null);
        if (Syntax.Bare(source) is InvocationExpressionSyntax inner && term is not null && IsRange(submission, inner) is var (start, count))
        {
            var end = start.ToString() == "0" ? Syntax.Operand(count) : $"{Syntax.Operand(start)} + {Syntax.Operand(count)}";
            return $"for (var {items} = {start}; {items} < {end}; {items}++) {{ {add(term)} }}";
        }

        if (Syntax.Bare(source) is InvocationExpressionSyntax zip && term is null && IsZipOfArrays(submission, zip) is var (first, second, pair))
        {
            var (index, names) = (newName("i"), Parameters(pair));
            return $"for (var {index} = 0; {index} < System.Math.Min({first}.Length, {second}.Length); {index}++) "
                + $"{{ var {names[0]} = {first}[{index}]; var {names[1]} = {second}[{index}]; {add(pair.ExpressionBody!)} }}";
        }

        return $"foreach (var {items} in {source}) {{ {add(term ?? SyntaxFactory.IdentifierName(items))} }}";
    }

    private static (ExpressionSyntax Start, ExpressionSyntax Count)? IsRange(Submission submission, InvocationExpressionSyntax call)
        => IsLinq(submission, call, "Range") && call.ArgumentList.Arguments is [var start, var count] ? (start.Expression, count.Expression) : null;

    private static (ExpressionSyntax First, ExpressionSyntax Second, LambdaExpressionSyntax Pair)? IsZipOfArrays(Submission submission, InvocationExpressionSyntax call)
        => IsLinq(submission, call, "Zip")
            && call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax first } }
            && call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax second }, { Expression: LambdaExpressionSyntax { ExpressionBody: not null } pair }]
            && submission.TypeOf(first) is IArrayTypeSymbol { Rank: 1 } && submission.TypeOf(second) is IArrayTypeSymbol { Rank: 1 }
            ? (first, second, pair)
            : null;

    private static bool IsLinq(Submission submission, InvocationExpressionSyntax call, string name)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } && called == name
            && submission.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }
            && call.ArgumentList.Arguments.All(argument => argument.Expression is not LambdaExpressionSyntax { ExpressionBody: null });

    private static List<string> Parameters(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var parameters } => [.. parameters.Select(parameter => parameter.Identifier.ValueText)],
        _ => [],
    };

    /// <summary>Whether the lambdas' parameters can become locals in front of the statement.</summary>
    private static bool NamesAreFree(Submission submission, InvocationExpressionSyntax call, SyntaxNode place)
    {
        var scope = place.Parent is BlockSyntax block ? block.OpenBraceToken.Span.End : call.SpanStart;
        return Syntax.DeclaredNames(call).All(name => submission.Model.LookupSymbols(scope, name: name).IsEmpty);
    }
}
