using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// Text as it was given to the method: a parameter, parts of it, lists of parts. Text that was made from something else, such as an alphabet
/// that stands for bytes, is none, and neither is text whose origin cannot be told.
/// </summary>
internal sealed class RawText(ValueGraph graph)
{
    private static readonly ImmutableHashSet<string> Keeps = ImmutableHashSet.Create(
        "Substring", "Split", "AsSpan", "Slice", "Trim", "TrimStart", "TrimEnd", "ToString", "ToCharArray", "EnumerateRunes", "EnumerateMatches", "AsMemory",
        "Where", "Skip", "Take", "ToArray", "ToList", "Reverse", "Matches", "Match", "Normalize", "Concat", "Append", "AsEnumerable");

    private readonly Dictionary<Term, bool> _known = [];

    /// <summary>Whether a term is the given text, a part of it or a collection of parts.</summary>
    public bool Is(Term term)
    {
        if (_known.TryGetValue(term, out var known))
        {
            return known;
        }

        // A loop variable that is made of itself adds nothing of its own.
        _known[term] = true;
        var isRaw = IsRaw(term);
        _known[term] = isRaw;
        return isRaw;
    }

    private bool IsRaw(Term term)
        => term switch
        {
            { Kind: TermKind.Parameter } => true,
            { Kind: TermKind.Iterated or TermKind.Load or TermKind.Element, Operands: { Length: > 0 } of } => IsFromText(term) && Is(of[0]),
            { Kind: TermKind.Choice } => term.Operands.Skip(1).All(Is),
            { Kind: TermKind.Join or TermKind.Sequence, Operands.Length: > 0 } => term.Operands.All(Is),
            { Kind: TermKind.Call, Symbol: { } method, Operands: { Length: > 0 } operands } => Keeps.Contains(method.Name) && IsGiven(operands, method),
            { Kind: TermKind.New, Operands.Length: 0 } => IsFilled(term),
            LoopVariable { Next: { } next } variable => Is(variable.Initial) && Is(next),
            _ => false,
        };

    // The key of an entry, the value of a match, a character or a line; not a field of the instance.
    private static bool IsFromText(Term term)
        => term.Kind != TermKind.Load || term.Symbol is { Name: "Key" or "Keys" or "Value" or "Span" } and IPropertySymbol;

    private bool IsGiven(ImmutableArray<Term> operands, ISymbol method)
        => operands.Any(x => IsTextual(x.Type) && Is(x))
           && (method.Name is not ("Concat" or "Append") || operands.All(Is))
           && method.ContainingType?.ToDisplayString() != "System.Convert";

    private static bool IsTextual(ITypeSymbol? type) => type is not null && !type.IsIntegral() && type.TypeKind != TypeKind.Enum && type.Name is not ("Regex" or "Encoding");

    // A list, by what is added to it.
    private bool IsFilled(Term list)
    {
        var added = graph.Computations.Select(x => x.Value)
            .Where(x => x is { Kind: TermKind.Call, Symbol.Name: "Add" or "Append" or "Enqueue", Operands: { Length: 2 } operands } && ReferenceEquals(operands[0], list))
            .Select(x => x.Operands[1])
            .ToList();
        return added.Count > 0 && added.All(Is);
    }
}
