using KataKit.Mutations.Code;
using KataKit.Mutations.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Arrays;

/// <summary>A local <c>T[][]</c> whose rows are created in one loop, all of one length, becomes a <c>T[,]</c>.</summary>
public sealed class JaggedToRectangular : SiteMutator
{
    private protected override IEnumerable<Site> Sites(Submission submission)
    {
        foreach (var local in ArrayLocal<ArrayCreationExpressionSyntax>.AllIn(submission))
        {
            var uses = submission.Uses(local.Symbol).ToList();
            if (local.Symbol.Type is IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType.TypeKind: not TypeKind.Array } }
                && ArrayUse.Sizes(submission, local.Creation) is [var rows]
                && uses.Select(use => Row.Of(submission, local.Declaration, use)).OfType<Row>().ToList() is [var row]
                && uses.TrueForAll(use => row.Target == use || Element(submission, use) is not null || Size(submission, use) is not null))
            {
                yield return new Site(local.Declaration, edits =>
                {
                    edits.Statement(local.Declaration, _ => $"var {local.Name} = new {local.Creation.Type.ElementType}[{rows}, {row.Length}];");
                    edits.Statement(row.Useless, _ => string.Empty);
                    uses.ForEach(use => Rewrite(submission, edits, use));
                });
            }
        }
    }

    private static void Rewrite(Submission submission, Edits edits, IdentifierNameSyntax use)
    {
        if (Element(submission, use) is { } element)
        {
            edits.Expression(element, it =>
                $"{use}[{((ElementAccessExpressionSyntax)it.Expression).ArgumentList.Arguments}, {it.ArgumentList.Arguments}]");
        }
        else if (Size(submission, use) is { } size)
        {
            edits.Expression(size, it => $"{use}.GetLength({(it.Expression is ElementAccessExpressionSyntax ? 1 : 0)})");
        }
    }

    private static ElementAccessExpressionSyntax? Element(Submission submission, IdentifierNameSyntax use)
        => ArrayUse.Element(submission, use, indices: 1) is { Parent: ElementAccessExpressionSyntax element } row
            && element.Expression == row
            && element.Parent is not (ArgumentSyntax { RefKindKeyword.Span.IsEmpty: false } or RefExpressionSyntax)
            && Numbers.IsInt(submission.TypeOf(element.ArgumentList.Arguments[0].Expression))
            ? element
            : null;

    private static MemberAccessExpressionSyntax? Size(Submission submission, IdentifierNameSyntax use)
        => (ArrayUse.Element(submission, use, indices: 1) as ExpressionSyntax ?? use).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } size
            && submission.Purity.IsPure(size.Expression)
            ? size
            : null;

    /// <summary>The statement <c>a[i] = new T[m];</c> in a loop beside the declaration, so that each row is created once.</summary>
    private sealed record Row(IdentifierNameSyntax Target, ExpressionSyntax Length, StatementSyntax Useless)
    {
        public static Row? Of(Submission submission, LocalDeclarationStatementSyntax declaration, IdentifierNameSyntax use)
        {
            if (ArrayUse.Element(submission, use, indices: 1) is { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } element
                && assignment.Left == element
                && assignment.Right is ArrayCreationExpressionSyntax creation
                && ArrayUse.Sizes(submission, creation) is [var length]
                && assignment.Parent is ExpressionStatementSyntax statement
                && statement.FirstAncestorOrSelf<ForStatementSyntax>() is { } loop
                && loop.Parent == declaration.Parent
                && Syntax.Statements(loop.Statement).Contains(statement)
                && CountingLoop.Of(submission, loop) is { } counting
                && element.ArgumentList.Arguments.ToString() == counting.Counter.Name
                && submission.Purity.IsPure(length)
                && Reads.Of(submission, length) is { AreScalar: true } reads
                && reads.Variables.All(variable => !submission.IsReassigned(variable) && submission.Sees(declaration, variable)
                    && variable.DeclaringSyntaxReferences.All(at => at.Span.Start < declaration.SpanStart)))
            {
                return new Row(use, length, Syntax.Statements(loop.Statement).Count == 1 ? loop : statement);
            }

            return null;
        }
    }
}
