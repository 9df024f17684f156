using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>
/// Finds grids whose points are made by adding the distance to the point before, from the left end on. The contract asks for the right end
/// exactly, which such a sum misses as soon as the distance is rounded; a grid that puts the end in itself is right.
/// </summary>
internal static class AccumulatedGrid
{
    /// <summary>Where points are made so, as sums by a step that cannot be added exactly, and what the sum is called there.</summary>
    public static IEnumerable<(IOperation Site, string Name)> In(GraphProgram program, Func<Term, bool> isInexact)
    {
        if (program.Contract?.Kata != Probes.Kata || program.Of("GlobalMinimum") is not { } graph || graph.HasHiddenCalls())
        {
            yield break;
        }

        var points = graph.Computations.Where(x => x.Value.IsCallOfParameter(graph, 0)).Select(x => x.Value.Operands[1]).ToList();
        var left = graph.Interval().Left;
        foreach (var sum in graph.Stores.Where(x => IsNext(x, left, isInexact)))
        {
            var grid = sum.Place!.Object!;
            var isSampled = points.Any(x => x.Equals(sum.Value) || x.Root().Equals(grid));
            if (isSampled && graph.StoresTo(grid).All(x => x.Value.IsParameter(left) || IsNext(x, left, isInexact)) && !TriesEnd(points, graph, grid))
            {
                yield return (sum.Site, sum.Site is IAssignmentOperation { Target.Syntax: var target } ? target.ToString() : sum.Site.Syntax.ToString());
            }
        }

        foreach (var point in points.OfType<LoopVariable>().Distinct())
        {
            // A loop that ends with the point itself is judged by its test.
            if (point.Initial.IsParameter(left)
                && point.Next is { Site: { } site } next
                && IsStep(next, point, point.Loop!, isInexact)
                && point.Loop!.Condition?.PartsAndSelf().Contains(point) != true
                && !TriesEnd(points, graph, null))
            {
                yield return (site, point.Symbol!.Name);
            }
        }
    }

    /// <summary>Whether an element becomes the one before it and a step, apart from the first, which may be the left end.</summary>
    private static bool IsNext(GraphEvent store, IParameterSymbol left, Func<Term, bool> isInexact)
        => store is { Loop: { } loop, Place: { Member: null, Object: { Kind: TermKind.New } grid, Indices: { Length: 1 } index } }
           && Neighbour.Of(grid, index[0]) is { } place
           && store.Value.Ways().Select(x => x.Value).Where(x => !x.IsParameter(left)).ToList() is { Count: > 0 } sums
           && sums.All(x => x.Is(TermKind.Add, out var before, out var step)
               && (IsBefore(before, place) ? IsStep(x, before, loop, isInexact) : IsBefore(step, place) && IsStep(x, step, loop, isInexact)));

    private static bool IsBefore(Term term, Neighbour place)
        => Neighbour.Of(term) is { } before && ReferenceEquals(before.Place, place.Place) && before.Sequence.Equals(place.Sequence) && before.Offset == place.Offset - 1;

    private static bool IsStep(Term sum, Term before, Loop loop, Func<Term, bool> isInexact)
        => sum.Is(TermKind.Add, out var one, out var other)
           && (ReferenceEquals(one, before) ? other : ReferenceEquals(other, before) ? one : null) is { } step
           && !step.VariesIn(loop)
           && isInexact(step);

    /// <summary>Whether the function may be called at the right end, other than as an element of the grid.</summary>
    private static bool TriesEnd(IEnumerable<Term> points, ValueGraph graph, Term? grid)
        => points.Any(x => EndpointsNeverTried.MayBe(x, graph.Interval().Right, y => grid is not null && y.Root().Equals(grid)));
}
