using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>
/// Finds returned nodes that another node leads to. The result holds every node that was given, and lists have no cycles, so no link of a
/// given node leads to the first one. A sentinel is no node of the list and may.
/// </summary>
internal static class NodeInFront
{
    /// <summary>Whether a node that was given leads to the one that is returned.</summary>
    public static bool Exists(GraphEvent returned, ValueGraph graph)
    {
        var links = graph.Stores.Where(x => Reversal.IsLink(x.Place!.Member) && x.Place.Object is not null).ToList();
        return links.Any(x => IsOnTheWay(x, returned)
                && x.Value.Equals(returned.Value)
                && IsGiven(x.Place!.Object!, links, [])
                && links.All(y => y.Order <= x.Order || y.Order > returned.Order || IsBehind(x.Place.Object!, y.Place!.Object!)))
            || (returned.Value is LoopVariable { Loop: { } loop } last && !returned.IsIn(loop) && IsJoinedEachRound(last, loop, links, graph));
    }

    private static bool IsOnTheWay(GraphEvent link, GraphEvent returned)
        => link.Order < returned.Order
           && !Reversal.IsNull(link.Value)
           && (link.Loop is null || returned.IsIn(link.Loop))
           && link.Guards.All(returned.Guards.Contains);

    /// <summary>Whether a node, if there is one, is among those that were given. Links lead to such nodes unless a new one was linked.</summary>
    private static bool IsGiven(Term node, List<GraphEvent> links, HashSet<Term> seen)
        => !seen.Add(node) || node switch
        {
            { Kind: TermKind.Parameter } => true,
            LoopVariable { Next: { } next } variable => IsGiven(variable.Initial, links, seen) && IsGiven(next, links, seen),
            { Kind: TermKind.Choice } => node.Operands.Skip(1).All(x => IsGiven(x, links, seen)),
            { Kind: TermKind.Join } => node.Operands.All(x => IsGiven(x, links, seen)),
            _ => Reversal.IsNull(node) || (Reversal.IsLinkOf(node, out _) && links.All(x => x.Value.Kind is not (TermKind.New or TermKind.Call or TermKind.Unknown))),
        };

    /// <summary>Whether one node follows another at a distance of one link, so that the two differ.</summary>
    private static bool IsBehind(Term node, Term cursor)
        => node is LoopVariable follower
           && cursor is LoopVariable { Next: { } next }
           && ReferenceEquals(follower.Next, cursor)
           && Reversal.IsLinkOf(next, out var from)
           && ReferenceEquals(from, cursor);

    /// <summary>
    /// Whether each round turns a group and keeps its new first node for the return, and from the second round on the last node of the
    /// group before is joined to it.
    /// </summary>
    private static bool IsJoinedEachRound(LoopVariable last, Loop loop, List<GraphEvent> links, ValueGraph graph)
    {
        var group = Reversal.In(graph).FirstOrDefault(x => ReferenceEquals(x.Loop.Parent, loop) && ReferenceEquals(x.Older, last.Next));
        var seam = links.FirstOrDefault(x => ReferenceEquals(x.Loop, loop) && ReferenceEquals(x.Value, last.Next));
        return group is not null
            && seam?.Place!.Object is LoopVariable tail
            && ReferenceEquals(tail.Loop, loop)
            && ReferenceEquals(tail.Next, group.Cursor.Initial)
            && seam.Guards.SkipWhile(x => !ReferenceEquals(x.Header, loop)).Where(x => x.Header is null).SelectMany(x => x.Facts()).All(x => IsTestOf(tail, x))
            && links.All(x => x.Order <= seam.Order || (x.IsIn(loop) ? IsInGroup(x.Place!.Object!, group) : ReferenceEquals(x.Place!.Object, tail)));
    }

    private static bool IsTestOf(Term node, Guard fact)
        => fact is { Holds: false, Condition.Kind: TermKind.Equal } && ReferenceEquals(fact.Condition.Left, node) && Reversal.IsNull(fact.Condition.Right);

    private static bool IsInGroup(Term node, Reversal group) => ReferenceEquals(node, group.Cursor) || ReferenceEquals(node, group.Cursor.Initial);
}
