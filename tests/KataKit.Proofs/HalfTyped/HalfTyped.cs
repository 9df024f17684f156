using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Proofs;

/// <summary>The stages in which a file was typed, from the end backwards.</summary>
internal static class HalfTyped
{
    // Near its end every stage of a file, further up a few.
    private static readonly int[] MissingTokens = [1, 2, 5, 13, 34, 89, 233];
    private static readonly int[] MissingLines = [2, 5, 21, 55];

    // Of each file so many unfinished members are looked at.
    private const int MostMembers = 6;

    /// <summary>The unfinished files, each with a word on what is missing.</summary>
    public static IEnumerable<(string What, string Source)> Of(KataFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Source).GetRoot();
        return WithoutTokens(root).Concat(WithoutLines(file.Source)).Concat(WithoutStatements(root));
    }

    private static IEnumerable<(string What, string Source)> WithoutTokens(SyntaxNode root)
    {
        var tokens = root.DescendantTokens().ToList();
        return MissingTokens.Where(x => x < tokens.Count - 1).Select(x => (Invariant($"without its last {x} tokens"), root.ToFullString()[..tokens[^(x + 1)].SpanStart]));
    }

    private static IEnumerable<(string What, string Source)> WithoutLines(string source)
    {
        var lines = source.Split('\n');
        foreach (var missing in MissingLines.Where(x => x < lines.Length))
        {
            var rest = string.Join('\n', lines[..^missing]);
            yield return (Invariant($"without its last {missing} lines, and closed"), rest + Closing(rest));
        }
    }

    /// <summary>A block ends after one of its statements; what follows in the member is not written yet, the rest of the file is.</summary>
    private static IEnumerable<(string What, string Source)> WithoutStatements(SyntaxNode root)
    {
        var ends = root.DescendantNodes().OfType<StatementSyntax>()
            .Where(x => x.Parent is BlockSyntax && x.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.Body is not null)
            .ToList();
        var step = Math.Max(1, ends.Count / MostMembers);
        foreach (var last in ends.Where((_, i) => i % step == 0))
        {
            var body = last.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()!.Body!;
            var text = root.ToFullString();
            var typed = text[body.SpanStart..last.Span.End];
            yield return (
                Invariant($"with a member that ends in line {root.SyntaxTree.GetLineSpan(last.Span).EndLinePosition.Line + 1}"),
                text[..body.SpanStart] + typed + Closing(typed) + text[body.Span.End..]);
        }
    }

    // The brackets that are open at the end, as an editor closes them.
    private static string Closing(string text)
    {
        var open = new Stack<string>();
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken:
                    open.Push("\n}");
                    break;
                case SyntaxKind.OpenParenToken:
                    open.Push(")");
                    break;
                case SyntaxKind.OpenBracketToken:
                    open.Push("]");
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return string.Concat(open);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
