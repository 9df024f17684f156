using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>What one method computes, and everything that it does on the way.</summary>
/// <param name="Entry">The method.</param>
/// <param name="Events">What it does, in the order of the code; helper methods are followed in place.</param>
/// <param name="Loops">Its loops, outer ones first.</param>
/// <param name="Result">What it returns; <see langword="null"/> when it returns nothing or never.</param>
/// <param name="Refusal">Why the method could not be followed; <see langword="null"/> when the graph is complete.</param>
internal sealed record ValueGraph(
    IMethodSymbol Entry, ImmutableArray<GraphEvent> Events, ImmutableArray<Loop> Loops, Term? Result, string? Refusal)
{
    public bool IsComplete => Refusal is null;

    /// <summary>The writes to elements, fields and properties.</summary>
    public IEnumerable<GraphEvent> Stores => Events.Where(x => x.Kind == GraphEventKind.Store);

    /// <summary>The operations, conversions and calls.</summary>
    public IEnumerable<GraphEvent> Computations => Events.Where(x => x.Kind == GraphEventKind.Compute);
}
