using System.Collections.Immutable;
using KataKit.Analyzers.Rules.General;
using KataKit.Analyzers.Rules.Minimization;
using KataKit.Analyzers.Rules.Quantisation;

namespace KataKit.Analyzers.Rules;

/// <summary>Every rule that judges value graphs.</summary>
internal static class GraphRules
{
    public static readonly ImmutableArray<GraphRule> All =
    [
        new NarrowedBeforeClamped(),
        new RoundsByHalf(),
        new NoRangeMask(),
        new MaskAfterClamp(),
        new ScaleInGradient(),
        new IntegerRange(),
        new ZeroHasNoCode(),
        new ZeroScale(),
        new RatioRounded(),
        new WrongSideDropped(),
        new EndpointsNeverTried(),
        new LeavesInterval(),
        new PointForValue(),
        new EvaluatedTwice(),
    ];
}
