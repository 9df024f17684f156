using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>The weights that a member gives back, where the flow knows what they are.</summary>
internal static class Weights
{
    /// <summary>What every return of a member says of its weights; nothing where one return is not understood.</summary>
    public static IReadOnlyList<Quantity> Of(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        var found = new List<Quantity>();
        foreach (var returned in outcome.Events.Where(x => x.Kind == FlowEventKind.Returned))
        {
            var values = returned.Value is Aggregate aggregate
                ? contract.PromiseOf(member).Where(x => x.Property is not null).Select(x => aggregate[x.Property!])
                : [returned.Value];
            var shares = values.Select(x => returned.State.Find(x)?.Summary).OfType<Quantity>().Where(x => x.Stage is Share).ToList();
            if (shares.Count != 1)
            {
                return [];
            }

            found.Add(shares[0]);
        }

        return found;
    }
}
