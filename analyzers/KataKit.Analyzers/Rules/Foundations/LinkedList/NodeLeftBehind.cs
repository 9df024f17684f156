using System.Collections.Immutable;
using KataKit.Analyzers.Graph.Patterns;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>Finds the variable that holds the node which each round of a reversal leaves behind: the new head, for a code fix.</summary>
internal static class NodeLeftBehind
{
    /// <summary>The properties of a diagnostic at a place: the variable, where it is in scope there.</summary>
    public static ImmutableDictionary<string, string?> At(IOperation site, Reversal? reversal)
        => reversal?.Older.Symbol is ILocalSymbol variable
           && site.SemanticModel?.LookupSymbols(site.Syntax.SpanStart, name: variable.Name).Any(x => SymbolEqualityComparer.Default.Equals(x, variable)) == true
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, variable.Name)
            : ImmutableDictionary<string, string?>.Empty;
}
