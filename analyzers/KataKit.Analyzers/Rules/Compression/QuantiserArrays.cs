using KataKit.Analyzers.Graph;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>What the rules on quantisation ask of the arrays that a member of the contract is given.</summary>
internal static class QuantiserArrays
{
    /// <summary>The identifier of the kata.</summary>
    public const string Kata = "ste-rounding";

    /// <summary>The array of real numbers: the first parameter of every member that has one.</summary>
    public static IParameterSymbol? Values(this ValueGraph graph)
        => graph.Entry.Parameters.FirstOrDefault() is { Type: IArrayTypeSymbol array } parameter && array.ElementType.IsReal() ? parameter : null;

    /// <summary>The gradient from above: the second array.</summary>
    public static IParameterSymbol? Upstream(this ValueGraph graph)
        => graph.Entry.Parameters.Length > 2 && graph.Entry.Parameters[1] is { Type: IArrayTypeSymbol } parameter ? parameter : null;

    /// <summary>Whether the term is an entry of the array, also through spans, copies and sequences over it.</summary>
    public static bool IsEntryOf(this Term term, IParameterSymbol? array)
        => array is not null
           && term is { Kind: TermKind.Element or TermKind.Iterated, Operands.Length: > 0 }
           && Source(term.Operands[0]) is { Kind: TermKind.Parameter, Symbol: { } symbol }
           && SymbolEqualityComparer.Default.Equals(symbol, array);

    /// <summary>Whether entries of the array go into the term, through loops too.</summary>
    public static bool HoldsEntryOf(this Term term, IParameterSymbol? array) => term.DescendantsAndSelf().Any(x => x.IsEntryOf(array));

    private static Term Source(Term sequence)
    {
        sequence = sequence.Storage();
        while (sequence is { Kind: TermKind.Call, Symbol.Name: "Clone" or "ToArray" or "ToList" or "AsEnumerable" or "AsSpan" or "AsReadOnlySpan", Operands.Length: > 0 })
        {
            sequence = sequence.Operands[0];
        }

        return sequence;
    }
}
