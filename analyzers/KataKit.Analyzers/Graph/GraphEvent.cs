using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>What happened at a place of the code.</summary>
internal enum GraphEventKind
{
    /// <summary>An operation, a conversion or a call computed <see cref="GraphEvent.Value"/>.</summary>
    Compute,

    /// <summary>A field, property or element was read.</summary>
    Read,

    /// <summary><see cref="GraphEvent.Value"/> was written to a field, a property or an element.</summary>
    Store,

    /// <summary>The method that the graph begins with returned <see cref="GraphEvent.Value"/>.</summary>
    Return,

    /// <summary>A <c>throw</c>.</summary>
    Throw,
}

/// <summary>A condition that held, or did not, on the way to an event.</summary>
internal readonly record struct Guard(Term Condition, bool Holds, Loop? Header = null);

/// <summary>Something that the code did, in the order in which it is written, with the conditions and loops around it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Site">Where: an operation of the code that was analysed, possibly in a helper method.</param>
/// <param name="Value">The value computed, read, stored or returned.</param>
/// <param name="Place">What was written or read.</param>
/// <param name="Guards">The conditions on the way, outermost first. Conjunctions are not taken apart.</param>
/// <param name="Loop">The innermost loop.</param>
internal sealed record GraphEvent(GraphEventKind Kind, IOperation Site, Term Value, Place? Place, ImmutableArray<Guard> Guards, Loop? Loop)
{
    /// <summary>The number of the event in its graph.</summary>
    public int Order { get; init; }

    /// <summary>Whether the event happens in each round of the loop, or of one inside it.</summary>
    public bool IsIn(Loop loop) => Loop?.SelfAndParents().Contains(loop) == true;
}
