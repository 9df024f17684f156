namespace KataKit.Analyzers.Rules;

/// <summary>Where the documentation of a rule is found.</summary>
internal static class HelpLink
{
    /// <summary>The address of a rule's page.</summary>
    public static string For(string id) => $"https://github.com/katakit/katakit/blob/main/docs/rules/{RuleTopics.TrackOf(id)}/{id}.md";
}
