using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>What an implementation of <c>RoundHalfToEven</c> makes of numbers halfway between two integers, as far as its terms can be evaluated.</summary>
internal static class Ties
{
    private static readonly double[] Halves = [0.5, 1.5, 2.5, -0.5, -1.5, -2.5];

    /// <summary>The first tie that does not go to the even neighbour, where it goes, and the condition that sent it there.</summary>
    public static (IOperation Site, double Tie, double Rounded)? SentWrong(ValueGraph graph)
    {
        foreach (var tie in graph.Result is null ? [] : Halves)
        {
            var evaluation = Evaluation.OfCall(tie);
            if (evaluation.Number(graph.Result!) is { } rounded && !double.IsNaN(rounded) && rounded != Math.Round(tie) && Decision(graph.Result!, evaluation) is { } site)
            {
                return (site, tie, rounded);
            }
        }

        return null;
    }

    /// <summary>The last condition on the way to the result that is no question about NaN or infinity; without one, the result.</summary>
    private static IOperation? Decision(Term result, Evaluation evaluation)
    {
        var site = result.Site;
        while (result.Kind == TermKind.Choice)
        {
            var condition = result.Operands[0];
            site = Clamped.IsCall(condition, "IsNaN", "IsInfinity", "IsFinite") ? site : condition.Site ?? site;
            result = result.Operands[evaluation.Number(condition) is 0 ? 2 : 1];
        }

        return site;
    }
}
