using System.Collections.Immutable;
using KataKit.Analyzers.Rules.Attention;
using KataKit.Analyzers.Rules.Compression;
using KataKit.Analyzers.Rules.Foundations.LinkedList;
using KataKit.Analyzers.Rules.Foundations.Minimization;
using KataKit.Analyzers.Rules.Foundations.Pca;
using KataKit.Analyzers.Rules.General;
using KataKit.Analyzers.Rules.Sequences.Pooling;
using KataKit.Analyzers.Rules.Sequences.Tokenizer;

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
        new NarrowedBeforeClamped(),
        new RoundsByHalf(),
        new NoRangeMask(),
        new MaskAfterClamp(),
        new ScaleInGradient(),
        new IntegerRange(),
        new ZeroHasNoCode(),
        new ZeroScale(),
        new QuantizedEntry(),
        new RatioRounded(),
        new WrongSideDropped(),
        new EndpointsNeverTried(),
        new LeavesInterval(),
        new PointForValue(),
        new EvaluatedTwice(),
        new SearchWithoutEnd(),
        new ScatterOverwrites(),
        new LibraryCallIsTheExercise(),
        new AscendingEigenvalues(),
        new ValuesSortedAlone(),
        new RowsForEigenvectors(),
        new PowerIterationNotNormalised(),
        new InverseForgetsMean(),
        new OneTriangle(),
        new EveryTieReceives(),
        new FlatIndexStride(),
        new PaddingAsNumber(),
        new OutputSize(),
        new AxesSwapped(),
        new StaleGradient(),
        new ArgmaxShared(),
        new CallersArrayKept(),
        new CultureSensitiveText(),
        new DecodedPiecewise(),
        new TieByHashOrder(),
        new OverlappingMerge(),
        new MergeByReplace(),
        new CharactersForBytes(),
        new WordFrequencyIgnored(),
        new ByteRange(),
        new OverlapsCounted(),
        new TieByHeapOrder(),
        new TextAltered(),
    ];
}
