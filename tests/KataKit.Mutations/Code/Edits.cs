using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Mutations.Code;

/// <summary>
/// Changes to one file, made together. The text of each replacement is written from the node with the changes inside it already
/// made, so changes may nest.
/// </summary>
internal sealed class Edits(Submission submission)
{
    private static readonly SyntaxAnnotation Removed = new();

    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> changes = [];
    private readonly HashSet<string> names = [];

    /// <summary>Replaces an expression.</summary>
    public void Expression<TNode>(TNode node, Func<TNode, string> text)
        where TNode : ExpressionSyntax
        => changes.Add(node, rewritten => SyntaxFactory.ParseExpression(text((TNode)rewritten)).WithTriviaFrom(rewritten));

    /// <summary>Replaces a statement by none, one or several, all in the scope of the old one.</summary>
    public void Statement<TNode>(TNode node, Func<TNode, string> text)
        where TNode : StatementSyntax
        => changes.Add(node, rewritten => Splice.Statement(text((TNode)rewritten)).WithLeadingTrivia(rewritten.GetLeadingTrivia()));

    /// <summary>
    /// Puts statements in front of a statement, or of the result of an expression-bodied method, which gets a block for it.
    /// </summary>
    public void Before(SyntaxNode place, Func<string> statements)
    {
        if (place is StatementSyntax and not LocalFunctionStatementSyntax)
        {
            Statement((StatementSyntax)place, it => $"{statements()}\n{it}");
            return;
        }

        changes.Add(place, rewritten => rewritten switch
        {
            MethodDeclarationSyntax method => method.WithBody(Block(method.ExpressionBody!)).WithExpressionBody(null).WithSemicolonToken(default),
            LocalFunctionStatementSyntax function => function.WithBody(Block(function.ExpressionBody!)).WithExpressionBody(null).WithSemicolonToken(default),
            _ => throw new ArgumentException($"There is no room before a {place.Kind()}.", nameof(place)),
        });

        BlockSyntax Block(ArrowExpressionClauseSyntax body)
            => (BlockSyntax)SyntaxFactory.ParseStatement($"{{ {statements()}\nreturn {body.Expression}; }}");
    }

    /// <summary>Adds a statement at the end of a block, written when everything inside the block is done.</summary>
    public void Append(BlockSyntax block, Func<string> statement)
        => After(block, rewritten => ((BlockSyntax)rewritten).AddStatements(SyntaxFactory.ParseStatement(statement())));

    /// <summary>Adds a member at the end of a type, written when everything inside the type is done.</summary>
    public void Append(TypeDeclarationSyntax type, Func<string> member)
        => After(type, rewritten => ((TypeDeclarationSyntax)rewritten).AddMembers(SyntaxFactory.ParseMemberDeclaration(member())!));

    /// <summary>Takes a member out of its type.</summary>
    public void Remove(MemberDeclarationSyntax member) => changes.Add(member, rewritten => rewritten.WithAdditionalAnnotations(Removed));

    /// <summary>Makes a namespace's names usable in the file.</summary>
    public void Import(string name)
        => changes.TryAdd(submission.Root, rewritten =>
            ((CompilationUnitSyntax)rewritten).AddUsings(SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))));

    /// <summary>A name that occurs nowhere in the file.</summary>
    public string NewName(string stem)
        => Enumerable.Range(1, int.MaxValue).Select(i => $"{stem}{i}").First(name => !submission.Identifiers.Contains(name) && names.Add(name));

    /// <summary>The file with all changes made, laid out anew.</summary>
    public string Apply()
    {
        var root = submission.Root.ReplaceNodes(changes.Keys, (original, rewritten) => changes[original](rewritten));
        root = root.RemoveNodes(root.GetAnnotatedNodes(Removed), SyntaxRemoveOptions.KeepDirectives)!;
        return Splice.Open(root).NormalizeWhitespace(eol: "\n").ToFullString();
    }

    private void After(SyntaxNode node, Func<SyntaxNode, SyntaxNode> change)
        => changes[node] = changes.TryGetValue(node, out var before) ? rewritten => change(before(rewritten)) : change;
}
