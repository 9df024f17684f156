namespace KataKit.Cli;

/// <summary>Everything that follows from the rules.</summary>
internal static class RuleDerivations
{
    public static readonly IReadOnlyList<IDerivation> All = [new RulePageParts(), new RuleIndexes(), new RulePresets(), new RuleReleases()];
}
