using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Code;

/// <summary>
/// One statement that stands for several until the file is put together: a block under a reserved label. The label survives being
/// turned into text and parsed again, which an annotation would not.
/// </summary>
internal sealed class Splice : CSharpSyntaxRewriter
{
    private const string Label = "__splice";

    private Splice()
    {
    }

    /// <summary>One statement for the text of none or several.</summary>
    public static StatementSyntax Statement(string statements) => SyntaxFactory.ParseStatement($"{Label}: {{\n{statements}\n}}");

    /// <summary>Puts the statements in their places: into the block around them, or into a block of their own where there is none.</summary>
    public static SyntaxNode Open(SyntaxNode root)
    {
        var opened = new Splice().Visit(root);
        return opened.ReplaceNodes(opened.DescendantNodes().OfType<LabeledStatementSyntax>().Where(IsSplice), (_, splice) => splice.Statement);
    }

    public override SyntaxNode VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return visited.WithStatements(Open(visited.Statements));
    }

    public override SyntaxNode VisitSwitchSection(SwitchSectionSyntax node)
    {
        var visited = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return visited.WithStatements(Open(visited.Statements));
    }

    private static SyntaxList<StatementSyntax> Open(SyntaxList<StatementSyntax> statements)
        => statements.Any(IsSplice) ? [.. statements.SelectMany(Parts)] : statements;

    private static IEnumerable<StatementSyntax> Parts(StatementSyntax statement)
    {
        if (!IsSplice(statement))
        {
            return [statement];
        }

        var parts = ((BlockSyntax)((LabeledStatementSyntax)statement).Statement).Statements;
        var trivia = statement.GetLeadingTrivia();
        return parts.Count > 0 ? [parts[0].WithLeadingTrivia(trivia), .. parts.Skip(1)]
            : trivia.Any(piece => piece.IsDirective) ? [SyntaxFactory.EmptyStatement().WithLeadingTrivia(trivia)]
            : [];
    }

    private static bool IsSplice(StatementSyntax statement) => statement is LabeledStatementSyntax { Identifier.ValueText: Label };
}
