using System.Text.RegularExpressions;
using System.Xml.Linq;
using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The texts of a resx file.</summary>
internal static partial class ResourceFile
{
    /// <summary>Key and text of every entry, in order.</summary>
    /// <param name="path">The file's place, from the root of the repository.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string path)
        => [.. XDocument.Parse(KataSource.Read(path)).Root!.Elements("data").Select(x => KeyValuePair.Create(x.Attribute("name")!.Value, x.Element("value")!.Value))];

    /// <summary>The placeholders of a text, each once, in order of number.</summary>
    public static IReadOnlyList<string> Placeholders(string text)
        => [.. Placeholder().Matches(text).Select(x => x.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
