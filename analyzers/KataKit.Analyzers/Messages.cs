using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using KataKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers;

/// <summary>The texts of the rules, in the language of the compiler's output. Each track has a file below <c>Resources/</c>.</summary>
internal static class Messages
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Tracks = new();

    /// <summary>A text that is looked up when it is shown: the compiler's language need not be that of the process.</summary>
    /// <param name="name">Its key: a rule's identifier and a suffix.</param>
    /// <param name="arguments">What the placeholders stand for.</param>
    public static LocalizableString Localizable(string name, params string[] arguments)
        => new LocalizableResourceString(name, TextsOf(RuleTopics.TrackOf(name)), typeof(Messages), arguments);

    /// <summary>A number as C# writes it, in every language.</summary>
    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static ResourceManager TextsOf(string track)
        => Tracks.GetOrAdd(track, x => new ResourceManager("KataKit.Analyzers.Resources." + x, typeof(Messages).Assembly));
}
