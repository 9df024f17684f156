using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Proofs;

/// <summary>
/// Changes to a file that keep it C# by its grammar and make it odd in its meaning. Much of what is left compiles, and so gets past the
/// guards of an analyzer.
/// </summary>
internal static class SyntaxManglings
{
    // In the patterns, $ stands for what is wrapped.
    private static readonly string[] Wraps =
    [
        "Math.Exp($)", "Math.Sqrt($)", "-($)", "($) * ($)", "($) / ($)", "($) - ($)", "(double)($)", "(int)($)", "checked($)", "($ is var it ? it : $)", "($, 1).Item1", "new[] { $ }[0]",
        "new Func<object>(() => $)()",
    ];

    private static readonly string[] Loops =
    [
        "while (true) { $ }", "for (;;) { $ break; }", "do { $ } while (false);", "foreach (var every in new[] { 1, 2 }) { $ }", "for (int a = 0, b = 9; a < b; a++, b--) { $ continue; }",
        "if (true) { $ } else { $ }", "switch (0) { case 0: $ break; }", "try { $ } finally { }", "lock (new object()) { $ }", "{ void Again() { $ Again(); } Again(); }",
    ];

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "2", "7", "int.MaxValue", "int.MinValue", "0x7FFF_FFFF_FFFFL", "1.5f", "0.0", "0.1", "-0.5", "1e308", "1e-308", "5e-324", "double.NaN", "double.PositiveInfinity",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "&&", "||", "&", "|", "^", "<<", ">>", "??"];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Mangling> All { get; } =
    [
        Rewriting<BinaryExpressionSyntax>("swap operands", (x, _) => $"{x.Right} {x.OperatorToken} {x.Left}"),
        Rewriting<BinaryExpressionSyntax>("another operator", (x, random) => $"{x.Left} {Pick(Operators, random)} {x.Right}"),
        Rewriting<AssignmentExpressionSyntax>("swap sides", (x, _) => $"{x.Right} {x.OperatorToken} {x.Left}"),
        Rewriting<AssignmentExpressionSyntax>("another assignment", (x, random) => $"{x.Left} {Pick(["=", "+=", "-=", "*=", "/=", "??=", "%="], random)} {x.Right}"),
        Rewriting<LiteralExpressionSyntax>("another number", (_, random) => Pick(Numbers, random)),
        Rewriting<IdentifierNameSyntax>("another name", (x, random) => Neighbour(x, random)),
        Rewriting<ExpressionSyntax>("another expression", (x, random) => Neighbour(x, random)),
        Rewriting<ExpressionSyntax>("wrap an expression", (x, random) => Wrap(Pick(Wraps, random), x)),
        Rewriting<StatementSyntax>("remove a statement", (_, _) => ";"),
        Rewriting<StatementSyntax>("duplicate a statement", (x, _) => $"{x} {x}"),
        Rewriting<StatementSyntax>("put a statement into a loop", (x, random) => Wrap(Pick(Loops, random), x)),
        Rewriting<StatementSyntax>("another statement", (x, random) => Neighbour(x, random)),
        Rewriting<BlockSyntax>("empty a block", (_, _) => "{ }"),
        Rewriting<BlockSyntax>("reverse a block", (x, _) => $"{{ {string.Join(' ', x.Statements.Reverse())} }}"),
        Rewriting<ArgumentListSyntax>("reverse arguments", (x, _) => $"({string.Join(", ", x.Arguments.Reverse())})"),
        Rewriting<ParameterListSyntax>("reverse parameters", (x, _) => $"({string.Join(", ", x.Parameters.Reverse())})"),
        Rewriting<BracketedArgumentListSyntax>("reverse indices", (x, _) => $"[{string.Join(", ", x.Arguments.Reverse())}]"),
        Rewriting<MemberDeclarationSyntax>("duplicate a member", (x, _) => $"{x}\n{x}"),
        Rewriting<MemberDeclarationSyntax>("another member", (x, random) => Neighbour(x, random)),
        Rewriting<TypeSyntax>("another type", (x, random) => Neighbour(x, random)),
    ];

    private static Mangling Rewriting<TNode>(string name, Func<TNode, Random, string> rewrite)
        where TNode : SyntaxNode
        => new(name, (root, random) =>
        {
            var nodes = root.DescendantNodes().OfType<TNode>().ToList();
            if (nodes.Count == 0)
            {
                return root.ToFullString();
            }

            var node = nodes[random.Next(nodes.Count)];
            return SourceText.From(root.ToFullString()).WithChanges(new TextChange(node.Span, rewrite(node, random))).ToString();
        });

    // Of the same kind and from the same member or type, so that it often compiles.
    private static string Neighbour(SyntaxNode node, Random random)
    {
        var around = node.Ancestors().FirstOrDefault(x => x is MemberDeclarationSyntax) ?? node.SyntaxTree.GetRoot();
        var kind = node.Kind();
        var others = around.DescendantNodes().Where(x => x.IsKind(kind)).ToList();
        return others[random.Next(others.Count)].ToString();
    }

    private static string Wrap(string pattern, SyntaxNode node) => pattern.Replace("$", node.ToString(), StringComparison.Ordinal);

    private static string Pick(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
