using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Loops;

/// <summary>The rounds of a body under two counters, and whether they may run in another order.</summary>
internal sealed class Rounds(Submission submission, StatementSyntax body, ILocalSymbol first, ILocalSymbol second)
{
    public bool CommuteWithEachOther()
    {
        if (Syntax.OwnDescendants(body).Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or YieldStatementSyntax
            or ThrowStatementSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax or LocalFunctionStatementSyntax or WhileStatementSyntax))
        {
            return false;
        }

        var writes = Writes.Of(submission, body);
        var reads = Reads.Of(submission, body);
        return !writes.Unnamed && (!reads.Unnamed || writes.Objects.IsEmpty)
            && writes.Variables.All(variable => IsOwn(variable) || OnlyGrows(variable))
            && writes.Objects.All(written =>
                (IsOwn(written) && submission.Heap.IsFresh(written))
                || ((OwnElement(written) || OnlyGrows(written)) && IsApartFromOthers(written, reads)));
    }

    private bool IsOwn(ISymbol variable) => variable.DeclaringSyntaxReferences is [var reference] && body.Span.Contains(reference.Span);

    private bool IsApartFromOthers(ISymbol written, Reads reads)
        => reads.Objects.All(other => SymbolEqualityComparer.Default.Equals(other, written) || submission.Heap.AreApart(other, written));

    /// <summary>Whether a variable or array is only ever added to, or taken from.</summary>
    private bool OnlyGrows(ISymbol symbol) => Accesses(symbol).All(access =>
        access.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment
        && assignment.Left == access
        && assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression
        && Numbers.IsNumber(submission.TypeOf(access)));

    /// <summary>Whether each round reads and writes one element only, another one in every round.</summary>
    private bool OwnElement(ISymbol array)
    {
        var accesses = Accesses(array).ToList();
        return accesses is [var some, ..]
            && accesses.TrueForAll(access => SyntaxFactory.AreEquivalent(access, some))
            && Indices(some) is var indices
            && indices.Contains(first.Name) && indices.Contains(second.Name);
    }

    /// <summary>Every place where the body names a variable other than to ask its size, with all the indices behind it.</summary>
    private IEnumerable<ExpressionSyntax> Accesses(ISymbol symbol)
        => submission.Uses(symbol).Where(use => body.Span.Contains(use.Span) && !Syntax.AsksSize(use)).Select(Indexed);

    private static ExpressionSyntax Indexed(ExpressionSyntax expression)
        => expression.Parent is ElementAccessExpressionSyntax element && element.Expression == expression ? Indexed(element) : expression;

    private static IEnumerable<string> Indices(ExpressionSyntax access)
        => access is ElementAccessExpressionSyntax element
            ? Indices(element.Expression).Concat(element.ArgumentList.Arguments.Select(argument => argument.ToString()))
            : [];
}
