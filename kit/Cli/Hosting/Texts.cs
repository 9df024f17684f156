using System.Globalization;
using System.Resources;

namespace KataKit.Cli;

/// <summary>The command's wording in one language.</summary>
internal sealed class Texts
{
    private static readonly ResourceManager Resources = new("KataKit.Cli.Resources.Texts", typeof(Texts).Assembly);

    private readonly CultureInfo _resources;

    private Texts(CultureInfo resources, bool isChinese)
    {
        _resources = resources;
        IsChinese = isChinese;
    }

    /// <summary>Whether the texts are Simplified Chinese; English otherwise.</summary>
    public bool IsChinese { get; }

    /// <summary>The language for whatever else can speak several: the analyzers, the parser of the command line.</summary>
    public CultureInfo Culture => IsChinese ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.GetCultureInfo("en");

    /// <summary>The wording of a language.</summary>
    /// <param name="language">A culture's name; every Chinese culture is Simplified Chinese, all others are English.</param>
    public static Texts For(string language)
    {
        if (!language.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        {
            return new Texts(CultureInfo.InvariantCulture, isChinese: false);
        }

        try
        {
            return new Texts(CultureInfo.GetCultureInfo("zh-Hans"), isChinese: true);
        }
        catch (CultureNotFoundException)
        {
            // Invariant globalization knows no culture, so no satellite assembly can be found.
            return new Texts(CultureInfo.InvariantCulture, isChinese: false);
        }
    }

    /// <summary>A text.</summary>
    /// <param name="key">Its name in <c>Texts.resx</c>.</param>
    /// <param name="values">What its placeholders stand for.</param>
    public string this[string key, params object?[] values]
        => Resources.GetString(key, _resources) is { } text
            ? values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values)
            : throw new MissingManifestResourceException($"There is no text '{key}'.");
}
