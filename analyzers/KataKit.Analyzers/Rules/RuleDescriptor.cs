using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules;

/// <summary>The descriptor of a rule: its texts are the resources <c>{id}_Title</c>, <c>{id}_Message</c> and <c>{id}_Description</c>.</summary>
internal static class RuleDescriptor
{
    public static DiagnosticDescriptor Of(string id, string category)
        => new(
            id,
            Messages.Localizable(id + "_Title"),
            Messages.Localizable(id + "_Message"),
            category,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            Messages.Localizable(id + "_Description"),
            HelpLink.For(id));
}
