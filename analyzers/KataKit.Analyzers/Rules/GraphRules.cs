using System.Collections.Immutable;
using KataKit.Analyzers.Rules.General;

namespace KataKit.Analyzers.Rules;

/// <summary>Every rule that judges value graphs.</summary>
internal static class GraphRules
{
    public static readonly ImmutableArray<GraphRule> All =
    [
        new CultureSensitiveText(),
    ];
}
