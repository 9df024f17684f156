using System.Collections.Immutable;
using KataKit.Analyzers.Rules.Attention;
using KataKit.Analyzers.Rules.General;
using KataKit.Analyzers.Rules.LinkedList;

namespace KataKit.Analyzers.Rules;

/// <summary>Every rule that judges value graphs.</summary>
internal static class GraphRules
{
    public static readonly ImmutableArray<GraphRule> All =
    [
        new SoftmaxWithoutMaximum(),
        new RunningBestNeverUpdated(),
        new IntegerQuotient(),
        new EpsilonAsTolerance(),
        new EndlessByteLoop(),
        new ParameterMutated(),
        new ParameterNeverRead(),
        new UnseededRandomInLoop(),
        new ExtremumSeed(),
        new FloatingLoopCounter(),
        new DivisibilityNeverTested(),
        new NextOverwritten(),
        new NullCursorReturned(),
        new OldHeadReturned(),
        new LinkNotCut(),
        new NextOfFixedNode(),
        new LastNodeMissed(),
        new DepthOfList(),
        new NodesCopied(),
        new ParameterRebound(),
        new SentinelKept(),
        new SeamMissing(),
    ];
}
