using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules;

/// <summary>The conflicts of shapes in a run that are the fault of the member that is judged.</summary>
internal static class Conflicts
{
    /// <summary>
    /// The conflicts in order. Left out are those in the code of other members, which are judged on their own, and those about two
    /// lengths that the code compares somewhere: it knows that they may differ.
    /// </summary>
    public static IReadOnlyList<FlowEvent> In(KataContract contract, IMethodSymbol member, Outcome outcome)
        => [.. outcome.Events.Where(x => x.Conflict is { } conflict
            && !contract.IsInOtherMember(x.Site.Syntax, member)
            && !AreCompared(conflict.LeftLength, conflict.RightLength, outcome))];

    /// <summary>Whether the code asks somewhere whether two lengths are equal, in whatever words.</summary>
    public static bool AreCompared(Polynomial left, Polynomial right, Outcome outcome)
    {
        // What is compared with what is compared with it counts too.
        var reached = AtomsOf(left);
        var pairs = outcome.Compared.Select(x => (Left: AtomsOf(x.Left), Right: AtomsOf(x.Right))).ToList();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (first, second) in pairs.Where(x => x.Left.Overlaps(reached) != x.Right.Overlaps(reached) && x.Left.Count > 0 && x.Right.Count > 0))
            {
                reached.UnionWith(first);
                reached.UnionWith(second);
                grown = true;
            }
        }

        return outcome.Compared.Count > 0 && AtomsOf(right).Except(AtomsOf(left)).Any(reached.Contains);
    }

    /// <summary>Whether a value is data of a parameter with a role, as it was handed in.</summary>
    public static bool IsPlain(AbstractValue content, string role)
        => content is Quantity { Contraction: null, Stage: null, Origins.Count: 1 } quantity && quantity.Origins[0].Role == role;

    private static HashSet<Atom> AtomsOf(Polynomial length) => [.. length.Terms.SelectMany(x => x.Powers).Select(x => x.Atom)];
}
