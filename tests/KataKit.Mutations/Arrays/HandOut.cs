using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Arrays;

/// <summary>Whether a local array or matrix may be handed out as a copy, because nobody can tell the copy from the original.</summary>
internal sealed class HandOut(Submission submission, StatementSyntax declaration, ILocalSymbol local)
{
    private const int CallDepth = 3;

    public bool MayBeCopy(IdentifierNameSyntax use)
        => IsOperand(use)
            || (IsPassed(use) && !use.Ancestors().Any(node => node is TryStatementSyntax)
                && (use.FirstAncestorOrSelf<ReturnStatementSyntax>() is not null ? IsIn(use, local.ContainingSymbol) : IsFinished(use) && IsOnlyReadFrom(use, CallDepth)));

    private static bool IsPassed(IdentifierNameSyntax use)
        => use.Parent is ReturnStatementSyntax or ArgumentSyntax { RefKindKeyword.Span.IsEmpty: true, Parent: ArgumentListSyntax };

    /// <summary>Whether linear algebra computes something new from the matrix, there and then.</summary>
    private bool IsOperand(IdentifierNameSyntax use) => use.Parent switch
    {
        BinaryExpressionSyntax binary => LinearAlgebra.IsValue(submission.TypeOf(binary)),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member => member.Expression == use
            && LinearAlgebra.IsValue(submission.TypeOf(call))
            && submission.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method && LinearAlgebra.IsFunction(method),
        _ => false,
    };

    /// <summary>Whether every change of an element comes before a use, which is not repeated while the array lives.</summary>
    private bool IsFinished(IdentifierNameSyntax use)
        => IsIn(use, local.ContainingSymbol)
            && !Syntax.IsRepeated(use, declaration.Parent!)
            && submission.Uses(local).Where(Syntax.IsChanged).All(change => change.SpanStart < use.SpanStart && IsIn(change, local.ContainingSymbol));

    private bool IsIn(SyntaxNode node, ISymbol method)
        => SymbolEqualityComparer.Default.Equals(submission.Model.GetEnclosingSymbol(node.SpanStart), method);

    /// <summary>Whether who gets an argument neither changes it nor passes it back.</summary>
    private bool IsOnlyReadFrom(IdentifierNameSyntax argument, int depth)
    {
        if (argument.Parent is not ArgumentSyntax { Parent.Parent: { } call } || submission.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return argument.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } outer && CapturedText.IsNameOf(submission, outer);
        }

        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return submission.Purity.IsPure(method) || (method.MethodKind == MethodKind.Constructor && method.ContainingType.IsRecord);
        }

        return depth > 0
            && submission.Purity.IsPure(method)
            && submission.Model.GetOperation(argument.Parent) is IArgumentOperation { Parameter: { IsParams: false } parameter }
            && submission.Uses(parameter).All(use => use.Parent is ElementAccessExpressionSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax
                or IsPatternExpressionSyntax || IsOnlyReadFrom(use, depth - 1));
    }
}
