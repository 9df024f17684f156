using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2004: training or encoding begins with the characters of the text, or with the bytes of another encoding, where the contract begins
/// with the bytes of UTF-8.
/// </summary>
internal sealed class CharactersForBytes : GraphRule
{
    public const string Id = "KATA2004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly ImmutableHashSet<string> OtherEncodings =
        ImmutableHashSet.Create("ASCII", "Latin1", "Unicode", "BigEndianUnicode", "UTF32", "UTF7");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in new[] { program.Of("Train"), program.Of("Encode") }.OfType<ValueGraph>())
        {
            var raw = new RawText(graph);
            foreach (var happening in graph.Events)
            {
                if (IsOtherEncoding(happening.Value) && raw.Is(happening.Value.Operands[1]))
                {
                    var encoding = happening.Value.Operands[0].Site!.Syntax;
                    var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, Utf8(encoding));
                    yield return Diagnostic.Create(Rule, encoding.GetLocation(), properties, encoding.ToString());
                }
                else if (Kept(happening).Select(x => Character(x, raw)).FirstOrDefault(x => x is not null)?.Site is { } site)
                {
                    yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), site.Syntax.ToString());
                }
            }
        }
    }

    private static bool IsOtherEncoding(Term term)
        => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "GetBytes" }, Operands: { Length: >= 2 } operands }
           && operands[0] is { Kind: TermKind.Load, Symbol: IPropertySymbol { ContainingType.Name: "Encoding" } encoding, Site: not null }
           && OtherEncodings.Contains(encoding.Name);

    private static string Utf8(SyntaxNode encoding)
        => encoding is MemberAccessExpressionSyntax access ? $"{access.Expression}.UTF8" : "UTF8";

    /// <summary>What an event puts into a collection of numbers: an element that is added, stored or mapped.</summary>
    private static IEnumerable<Term> Kept(GraphEvent happening)
        => happening switch
        {
            { Kind: GraphEventKind.Store, Place: { Member: null, Object: { } to } } when HoldsNumbers(to.Type) => [happening.Value],
            { Value: { Kind: TermKind.Call, Symbol.Name: "Add", Operands: { Length: 2 } operands } } when HoldsNumbers(operands[0].Type) => [operands[1]],
            { Value: { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "Select", ContainingType.Name: "Enumerable" }, Operands: { Length: 3 } operands } } => [operands[2]],
            { Value: { Kind: TermKind.New, Type: var type, Operands: var operands } } when HoldsNumbers(type) => operands,
            _ => [],
        };

    private static bool HoldsNumbers(ITypeSymbol? type)
        => type switch
        {
            IArrayTypeSymbol array => array.ElementType.IsIntegral(),
            INamedTypeSymbol { TypeArguments: { Length: 1 } element } => element[0].IsIntegral(),
            _ => false,
        };

    /// <summary>The character or code point of the given text that a number is, if it is one.</summary>
    private static Term? Character(Term number, RawText raw)
    {
        var term = number;
        while (term.Kind == TermKind.Convert)
        {
            term = term.Operands[0];
        }

        var isCharacter = term.Type?.SpecialType == SpecialType.System_Char
            ? term.Kind is TermKind.Iterated or TermKind.Element && number.Kind == TermKind.Convert
            : term is { Kind: TermKind.Load, Symbol: { Name: "Value", ContainingType.Name: "Rune" } } || term.IsCallOf("System.Char", "ConvertToUtf32");
        return isCharacter && raw.Is(term.Operands[0]) ? (number.Site is null ? term : number) : null;
    }
}
