using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules;

/// <summary>The descriptor of a rule: its texts are the resources <c>{id}_Title</c>, <c>{id}_Message</c> and <c>{id}_Description</c>, its category is its track.</summary>
internal static class RuleDescriptor
{
    public static DiagnosticDescriptor Of(string id)
        => new(
            id,
            Messages.Localizable(id + "_Title"),
            Messages.Localizable(id + "_Message"),
            RuleTopics.TrackOf(id),
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            Messages.Localizable(id + "_Description"),
            HelpLink.For(id));
}
