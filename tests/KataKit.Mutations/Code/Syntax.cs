using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Code;

/// <summary>Pieces of C# text and the shapes around them.</summary>
internal static class Syntax
{
    /// <summary>The text of an expression as the operand of any operator.</summary>
    public static string Operand(ExpressionSyntax expression)
        => expression is NameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax or TupleExpressionSyntax
            ? expression.ToString()
            : $"({expression})";

    /// <summary>An expression without the parentheses around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
        => expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

    /// <summary>The statements of a block, or the one statement that stands in its place.</summary>
    public static IReadOnlyList<StatementSyntax> Statements(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            return block.Statements;
        }

        return new[] { body };
    }

    /// <summary>The text of <see cref="Statements"/>.</summary>
    public static string Inner(StatementSyntax body) => string.Join('\n', Statements(body).Select(statement => statement.ToFullString()));

    /// <summary>The statement before or after another one in its block.</summary>
    public static StatementSyntax? Sibling(StatementSyntax statement, int distance)
        => statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) + distance is var index && index >= 0
            ? block.Statements.ElementAtOrDefault(index)
            : null;

    /// <summary>The descendants that run as part of a node, leaving out lambdas and local functions.</summary>
    public static IEnumerable<SyntaxNode> OwnDescendants(SyntaxNode node)
        => node.DescendantNodes(child => child == node || child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    /// <summary>The <c>continue</c> statements that go on with a given loop and not with one inside it.</summary>
    public static IEnumerable<ContinueStatementSyntax> Continues(StatementSyntax loop)
        => OwnDescendants(loop).OfType<ContinueStatementSyntax>()
            .Where(statement => statement.Ancestors().First(IsLoop) == loop);

    /// <summary>The names that a node declares.</summary>
    public static IEnumerable<string> DeclaredNames(SyntaxNode node)
        => node.DescendantNodesAndSelf().Select(child => child switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            CatchDeclarationSyntax declaration => declaration.Identifier.ValueText,
            FromClauseSyntax from => from.Identifier.ValueText,
            LetClauseSyntax let => let.Identifier.ValueText,
            _ => string.Empty,
        }).Where(name => name.Length > 0);

    /// <summary>The names that a node uses.</summary>
    public static IEnumerable<string> UsedNames(SyntaxNode node)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText);

    /// <summary>Whether an array or matrix is named only to ask how large it is, which never changes.</summary>
    public static bool AsksSize(ExpressionSyntax array)
        => array.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "GetLength" or "RowCount" or "ColumnCount" } member
            && member.Expression == array;

    /// <summary>Whether an element of an array or matrix that is named is given a new value there.</summary>
    public static bool IsChanged(ExpressionSyntax array)
    {
        var element = array;
        while (element.Parent is ElementAccessExpressionSyntax access && access.Expression == element)
        {
            element = access;
        }

        return element.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == element,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => element.Parent is not PrefixUnaryExpressionSyntax { OperatorToken.Text: "-" or "+" or "!" },
            ArgumentSyntax argument => !argument.RefKindKeyword.Span.IsEmpty || argument.Parent is TupleExpressionSyntax,
            _ => false,
        };
    }

    /// <summary>Whether something in a block may run several times, or later, while the block runs once.</summary>
    public static bool IsRepeated(SyntaxNode node, SyntaxNode block)
        => node.Ancestors().TakeWhile(outer => outer != block).Any(outer =>
            IsLoop(outer) || outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax);

    private static bool IsLoop(SyntaxNode node)
        => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}
