using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>How a loop runs.</summary>
internal enum LoopKind
{
    /// <summary><c>for</c> and <c>while</c>: the condition is tested before each round.</summary>
    TestFirst,

    /// <summary><c>do</c>: the condition is tested after each round.</summary>
    TestLast,

    /// <summary><c>foreach</c>, or a LINQ operator over a sequence.</summary>
    Sequence,

    /// <summary>A lambda that a library calls, nobody knows how often.</summary>
    Callback,
}

/// <summary>One loop of the code, for each chain of calls that leads to it.</summary>
internal sealed class Loop(LoopKind kind, IOperation site, Loop? parent, ImmutableArray<Guard> entry)
{
    public LoopKind Kind { get; } = kind;

    public IOperation Site { get; } = site;

    /// <summary>The loop around it, also across calls that were followed.</summary>
    public Loop? Parent { get; } = parent;

    /// <summary>The conditions on the way to the loop, outermost first.</summary>
    public ImmutableArray<Guard> Entry { get; } = entry;

    /// <summary>What must hold for another round; <see langword="null"/> when the loop has no test.</summary>
    public Term? Condition { get; internal set; }

    /// <summary>What a <see cref="LoopKind.Sequence"/> runs over.</summary>
    public Term? Source { get; internal set; }

    /// <summary>The variables that are assigned in the loop and live longer than a round.</summary>
    public List<LoopVariable> Variables { get; } = [];

    /// <summary>The conditions on the way from the entry to each <c>break</c>, <c>return</c> or <c>throw</c> that may leave the loop.</summary>
    public List<ImmutableArray<Guard>> Exits { get; } = [];

    /// <summary>Whether <c>break</c>, <c>return</c> or <c>throw</c> may leave the loop.</summary>
    public bool HasOtherExit => Exits.Count > 0;

    /// <summary>The loop itself, then those around it.</summary>
    public IEnumerable<Loop> SelfAndParents()
    {
        for (var loop = this; loop is not null; loop = loop.Parent)
        {
            yield return loop;
        }
    }
}

/// <summary>The value of a variable at the beginning of a round, and after the last one.</summary>
internal sealed class LoopVariable(Loop owner, ISymbol variable, Term initial, ITypeSymbol? type)
    : Term(TermKind.LoopVariable, initial.Site, type, symbol: variable, loop: owner)
{
    /// <summary>The value before the first round.</summary>
    public Term Initial { get; } = initial;

    /// <summary>The value that the next round begins with, in terms of this round; <see langword="null"/> when there is no next round.</summary>
    public Term? Next { get; internal set; }
}
