using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2009: text loses something on its way: it is put in another case, normalised or trimmed before it is counted or encoded, or after it
/// was decoded, or texts that differ in case are taken for the same.
/// </summary>
internal sealed class TextAltered : GraphRule
{
    public const string Id = "KATA2009";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly ImmutableHashSet<string> Folds =
        ImmutableHashSet.Create("ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Normalize");

    private static readonly ImmutableHashSet<string> Trims = ImmutableHashSet.Create("Trim", "TrimStart", "TrimEnd");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        var ignoring = program.Everywhere.SelectMany(x => x.Events)
            .Where(x => x is { Kind: GraphEventKind.Read, Place.Member: IPropertySymbol { Name: "OrdinalIgnoreCase", ContainingType.Name: "StringComparer" } })
            .Select(x => x.Site.Syntax);
        var given = new[] { "CountWords", "Train", "Encode" }.Select(program.Of).OfType<ValueGraph>().SelectMany(Altered).Select(NameIn);
        var decoded = program.Of("Decode") is { } decode ? Returned(decode).Select(NameIn) : [];
        var ordinal = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, "StringComparer.Ordinal");
        return ignoring.Select(x => Diagnostic.Create(Rule, x.GetLocation(), ordinal, x.ToString()))
            .Concat(given.Concat(decoded).Select(x => Diagnostic.Create(Rule, x.GetLocation(), x.ToString())));
    }

    /// <summary>The calls that alter the given text before it is counted or becomes bytes.</summary>
    private static IEnumerable<Term> Altered(ValueGraph graph)
    {
        var raw = new RawText(graph);
        foreach (var used in graph.Events.SelectMany(Used))
        {
            foreach (var call in raw.Sources(used.Key).Where(x => Folds.Contains(MethodOf(x))))
            {
                yield return call;
            }

            // Trimmed text may be a place to cut from; as a key itself it is not.
            if (Trims.Contains(MethodOf(used.Key)) && raw.Is(used.Key) && used.IsKey)
            {
                yield return used.Key;
            }
        }
    }

    /// <summary>Texts that are counted, as keys, and texts that become bytes.</summary>
    private static IEnumerable<(Term Key, bool IsKey)> Used(GraphEvent happening)
        => happening switch
        {
            { Kind: GraphEventKind.Store, Place: { Member: null, Indices: { Length: 1 } key } } when key[0].Type?.SpecialType == SpecialType.System_String => [(key[0], true)],
            { Value: { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "GetBytes" }, Operands: { Length: 2 } operands } } => [(operands[1], false)],
            { Value: { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "CountBy" or "GroupBy", ContainingType.Name: "Enumerable" }, Operands: var operands } } => [(operands[operands.Length - 1], true)],
            _ => [],
        };

    private static IEnumerable<Term> Returned(ValueGraph decode)
        => decode.Events
            .Where(x => x.Kind == GraphEventKind.Return)
            .Select(x => x.Value)
            .Where(x => x.Operands.Length > 0
                && x.Operands[0].PartsAndSelf().Any(y => y is { Kind: TermKind.Call, Symbol.Name: "GetString" })
                && (Folds.Contains(MethodOf(x)) || Trims.Contains(MethodOf(x)) || IsReplacementDropped(x)));

    private static bool IsReplacementDropped(Term term)
        => term.IsCallOf("System.String", "Replace") && term.Operands[1].Constant is { HasValue: true, Value: "\uFFFD" or '\uFFFD' };

    private static string MethodOf(Term term)
        => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method } ? method.Name : string.Empty;

    private static SyntaxNode NameIn(Term call)
        => call.Site!.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Site.Syntax;
}
