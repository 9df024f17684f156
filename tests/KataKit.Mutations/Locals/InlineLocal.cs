using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Locals;

/// <summary>A local that is assigned once is replaced by its initialiser.</summary>
public sealed class InlineLocal : SiteMutator
{
    private const int MostUses = 4;

    private protected override bool SitesNest => false;

    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var declaration in submission.Root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (declaration is { Declaration.Variables: [{ Initializer.Value: var value } variable], Parent: BlockSyntax block, UsingKeyword.Span.IsEmpty: true }
                && submission.Model.GetDeclaredSymbol(variable) is ILocalSymbol { IsConst: false, RefKind: RefKind.None } local
                && !submission.IsReassigned(local)
                && Converted(submission, local, value) is { } text
                && CanInline(submission, local, value, block, declaration))
            {
                var uses = submission.Uses(local).ToList();
                yield return new Site(
                    edits =>
                    {
                        edits.Statement(declaration, _ => string.Empty);
                        uses.ForEach(use => edits.Expression(use, _ => text));
                    },
                    [declaration.Span, .. uses.Select(use => use.Span)]);
            }
        }
    }

    /// <summary>The initialiser as an operand of the local's type.</summary>
    private static string? Converted(Submission submission, ILocalSymbol local, ExpressionSyntax value)
    {
        var type = submission.TypeOf(value);
        return SymbolEqualityComparer.Default.Equals(type, local.Type) ? Syntax.Operand(value)
            : Numbers.IsNumber(type) && Numbers.IsNumber(local.Type) ? $"(({submission.Display(local.Type, value)}){Syntax.Operand(value)})"
            : null;
    }

    private static bool CanInline(
        Submission submission, ILocalSymbol local, ExpressionSyntax value, BlockSyntax block, LocalDeclarationStatementSyntax declaration)
    {
        var uses = submission.Uses(local).ToList();
        if (uses.Count is 0 or > MostUses
            || !submission.Purity.IsPure(value)
            || uses.Exists(use => CapturedText.Covers(submission, use) || !CanStandFor(use) || !SeesTheSame(submission, use, value)))
        {
            return false;
        }

        // A value that is an object must stay one object: it is neither made twice nor changed.
        var reads = Reads.Of(submission, value);
        var isValue = local.Type.IsValueType && !local.Type.IsRefLikeType;
        if (!isValue && (uses.Count > 1 || uses.Exists(use => Syntax.IsRepeated(use, block)) || Writes.Of(submission, block).Objects.Contains(local)))
        {
            return false;
        }

        if (uses.Exists(use => IsDeferred(use, block)) && (!reads.AreScalar || reads.Variables.Any(submission.IsReassigned)))
        {
            return false;
        }

        return !MayChange(submission, reads, block, declaration, uses[^1]);
    }

    /// <summary>Whether anything between the declaration and the last use may change the initialiser's value.</summary>
    private static bool MayChange(Submission submission, Reads reads, BlockSyntax block, LocalDeclarationStatementSyntax declaration, SyntaxNode lastUse)
    {
        var between = block.Statements.SkipWhile(statement => statement != declaration).Skip(1)
            .TakeWhile(statement => statement.SpanStart <= lastUse.SpanStart).ToList();

        // The last statement may store its result over what it was computed from: that comes after the use.
        if (between is [.., ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }] && assignment.Right.Span.Contains(lastUse.Span))
        {
            return Writes.Of(submission, [.. between.SkipLast(1), assignment.Left, assignment.Right]).MayChange(reads, submission);
        }

        return Writes.Of(submission, between).MayChange(reads, submission);
    }

    private static bool CanStandFor(IdentifierNameSyntax use)
        => use.Parent is not (ArgumentSyntax { RefKindKeyword.Span.IsEmpty: false } or ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax }
            or AnonymousObjectMemberDeclaratorSyntax or RefExpressionSyntax or InterpolationSyntax);

    private static bool SeesTheSame(Submission submission, IdentifierNameSyntax use, ExpressionSyntax value)
        => value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax member || member.Expression == name)
            .Select(name => submission.Model.GetSymbolInfo(name).Symbol)
            .All(symbol => symbol is null or INamespaceOrTypeSymbol || symbol.DeclaringSyntaxReferences.Any(at => value.Span.Contains(at.Span))
                || submission.Sees(use, symbol));

    private static bool IsDeferred(SyntaxNode use, BlockSyntax block)
        => use.Ancestors().TakeWhile(node => node != block).Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
