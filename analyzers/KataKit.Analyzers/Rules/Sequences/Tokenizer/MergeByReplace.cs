using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2003: a pair is merged by replacing text, and nothing keeps the pattern from beginning or ending inside a symbol: "7 98" is found
/// in "107 98".
/// </summary>
internal sealed class MergeByReplace : GraphRule
{
    public const string Id = "KATA2003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           from happening in graph.Computations
           where happening.Value.IsCallOf("System.String", "Replace") || happening.Value.IsCallOf("System.Text.StringBuilder", "Replace")
           let parts = Parts(happening.Value.Operands[1]).ToList()
           where parts.Count >= 3 && IsSymbol(parts[0]) && IsSymbol(parts[parts.Count - 1]) && parts.Count(IsSymbol) == 2
           select Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation());

    // A part is the term of a symbol, or a text between symbols.
    private static bool IsSymbol(object part) => part is Term;

    /// <summary>What a text is put together from, in order.</summary>
    private static IEnumerable<object> Parts(Term text)
    {
        if (text.Constant is { HasValue: true, Value: { } constant })
        {
            return constant is string { Length: 0 } ? [] : [constant.ToString()!];
        }

        if (text.Is(TermKind.Add, out var left, out var right))
        {
            return Parts(left).Concat(Parts(right));
        }

        if (text.Site is IInterpolatedStringOperation interpolated && text.Kind == TermKind.Call)
        {
            return PartsOf(interpolated, text);
        }

        if (text.IsCallOf("System.String", "Concat") && text.Operands.All(x => x.Type?.SpecialType == SpecialType.System_String))
        {
            return text.Operands.SelectMany(Parts);
        }

        if (text.IsCallOf("System.String", "Join") && text.Operands.Length == 2 && text.Operands[1] is { Kind: TermKind.New, Operands.Length: 2 } joined)
        {
            return Parts(joined.Operands[0]).Concat(Parts(text.Operands[0])).Concat(Parts(joined.Operands[1]));
        }

        return [text];
    }

    private static IEnumerable<object> PartsOf(IInterpolatedStringOperation interpolated, Term text)
    {
        var next = 0;
        foreach (var part in interpolated.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } literal } })
            {
                yield return literal;
            }
            else if (part is IInterpolationOperation)
            {
                foreach (var inner in Parts(text.Operands[next++]))
                {
                    yield return inner;
                }
            }
        }
    }
}
