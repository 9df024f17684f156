using System.Globalization;
using System.Resources;

namespace KataKit.CodeFixes;

/// <summary>The titles of code fixes. An editor shows them in its own language, which is that of its process.</summary>
internal static class FixTitles
{
    private static readonly ResourceManager Resources = new("KataKit.CodeFixes.FixTitles", typeof(FixTitles).Assembly);

    public static string Format(string name, string argument)
        => string.Format(CultureInfo.InvariantCulture, Resources.GetString(name) ?? name, argument);
}
