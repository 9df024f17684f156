using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Proofs;

/// <summary>Changes to a file that know nothing but tokens. What is left is mostly no C#.</summary>
internal static class TokenManglings
{
    private const int LongestRun = 6;

    // What fingers leave behind, and what parsers stumble over.
    private static readonly string[] Strays =
    [
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "=>", "=", "..", "?", ":", "/*", "#if X", "\n#endif\n", "\"", "'", "$\"{", "\"\"\"", "@", "0x", "1e999", "9999999999999",
        "default", "new", "ref", "out", "await", "yield return", "goto", "stackalloc", "unsafe", "static", "this", "base", "null!", "_", "var", "dynamic", "global::", "\uD800",
    ];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Mangling> All { get; } =
    [
        new("delete tokens", DeleteTokens),
        new("duplicate tokens", DuplicateTokens),
        new("swap tokens", SwapTokens),
        new("cut off the end", CutOff),
        new("insert a token", InsertToken),
        new("insert a stray", (root, random) => Insert(root, random, Strays[random.Next(Strays.Length)])),
        new("delete characters", DeleteCharacters),
    ];

    private static string DeleteTokens(SyntaxNode root, Random random) => Edit(root, Run(root, random), string.Empty);

    private static string DuplicateTokens(SyntaxNode root, Random random)
    {
        var run = Run(root, random);
        var text = root.ToFullString();
        return text.Insert(run.End, " " + text.Substring(run.Start, run.Length));
    }

    private static string SwapTokens(SyntaxNode root, Random random)
    {
        var tokens = root.DescendantTokens().ToList();
        var (first, second) = (random.Next(tokens.Count), random.Next(tokens.Count));
        return first == second
            ? root.ToFullString()
            : SourceText.From(root.ToFullString())
                .WithChanges(new[] { new TextChange(tokens[first].Span, tokens[second].Text), new TextChange(tokens[second].Span, tokens[first].Text) }.OrderBy(x => x.Span.Start))
                .ToString();
    }

    private static string CutOff(SyntaxNode root, Random random) => root.ToFullString()[..random.Next(root.FullSpan.Length)];

    private static string InsertToken(SyntaxNode root, Random random)
    {
        var tokens = root.DescendantTokens().ToList();
        return Insert(root, random, tokens[random.Next(tokens.Count)].Text);
    }

    private static string DeleteCharacters(SyntaxNode root, Random random)
    {
        var text = root.ToFullString();
        var start = random.Next(text.Length);
        return text.Remove(start, Math.Min(random.Next(1, 40), text.Length - start));
    }

    private static string Insert(SyntaxNode root, Random random, string text)
    {
        var tokens = root.DescendantTokens().ToList();
        return Edit(root, new TextSpan(tokens[random.Next(tokens.Count)].SpanStart, 0), $" {text} ");
    }

    private static TextSpan Run(SyntaxNode root, Random random)
    {
        var tokens = root.DescendantTokens().ToList();
        var first = random.Next(tokens.Count);
        return TextSpan.FromBounds(tokens[first].SpanStart, tokens[Math.Min(first + random.Next(LongestRun), tokens.Count - 1)].Span.End);
    }

    private static string Edit(SyntaxNode root, TextSpan span, string text) => root.ToFullString().Remove(span.Start, span.Length).Insert(span.Start, text);
}
