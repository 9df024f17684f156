using System.Collections.Immutable;
using KataKit.Analyzers.Rules.General;
using KataKit.Analyzers.Rules.Pca;
using KataKit.Analyzers.Rules.Pooling;

namespace KataKit.Analyzers.Rules;

/// <summary>Every rule that judges value graphs.</summary>
internal static class GraphRules
{
    public static readonly ImmutableArray<GraphRule> All =
    [
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
    ];
}
