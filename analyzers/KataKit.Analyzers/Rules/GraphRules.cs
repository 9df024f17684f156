using System.Collections.Immutable;
using KataKit.Analyzers.Rules.General;
using KataKit.Analyzers.Rules.Tokenizer;

namespace KataKit.Analyzers.Rules;

/// <summary>Every rule that judges value graphs.</summary>
internal static class GraphRules
{
    public static readonly ImmutableArray<GraphRule> All =
    [
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
