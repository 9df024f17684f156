using System.Resources;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers;

/// <summary>The texts of the rules, in the language of the compiler's output.</summary>
internal static class Messages
{
    private static readonly ResourceManager Resources = new("KataKit.Analyzers.Resources.Messages", typeof(Messages).Assembly);

    /// <summary>A text that is looked up when it is shown: the compiler's language need not be that of the process.</summary>
    public static LocalizableString Localizable(string name, params string[] arguments)
        => new LocalizableResourceString(name, Resources, typeof(Messages), arguments);
}
