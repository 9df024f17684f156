using System.Globalization;
using System.Resources;

namespace KataKit.TestLogger;

/// <summary>The report's wording in one language.</summary>
/// <param name="culture">The language; English where there is no translation.</param>
internal sealed class Texts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new("KataKit.TestLogger.Texts", typeof(Texts).Assembly);

    /// <summary>The wording for a named language, or else for the language of the process.</summary>
    /// <param name="language">A culture's name as in <c>PreferredUILang</c>; may be empty.</param>
    /// <returns>Simplified Chinese for every Chinese culture, English for all others.</returns>
    public static Texts For(string? language)
    {
        var name = string.IsNullOrWhiteSpace(language) ? CultureInfo.CurrentUICulture.Name : language!.Trim();
        if (!name.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        {
            return new Texts(CultureInfo.InvariantCulture);
        }

        try
        {
            return new Texts(CultureInfo.GetCultureInfo("zh-Hans"));
        }
        catch (CultureNotFoundException)
        {
            // Invariant globalization knows no culture, so no satellite assembly can be found.
            return new Texts(CultureInfo.InvariantCulture);
        }
    }

    public string NotWritten(string exception) => Format(nameof(NotWritten), exception);

    public string Threw(string exception, string message) => Format(nameof(Threw), exception, message);

    public string Skipped(string reason) => Format(nameof(Skipped), reason);

    public string MessageCut(int lines) => Format(nameof(MessageCut), lines);

    public string YourOutput() => Format(nameof(YourOutput));

    public string OutputCut(int lines) => Format(nameof(OutputCut), lines);

    public string AllPassed(int tests) => Format(nameof(AllPassed), tests);

    public string SomeFailed(int passed, int tests, int notWritten, int wrong)
        => Format(nameof(SomeFailed), passed, tests, notWritten, wrong);

    public string SomeSkipped(int passed, int tests, int skipped) => Format(nameof(SomeSkipped), passed, tests, skipped);

    public string NoTests() => Format(nameof(NoTests));

    public string Aborted(int tests) => Format(nameof(Aborted), tests);

    public string CrashedIn(string method) => Format(nameof(CrashedIn), method);

    public string Cancelled(int tests) => Format(nameof(Cancelled), tests);

    private string Format(string key, params object[] values)
        => string.Format(CultureInfo.InvariantCulture, Resources.GetString(key, culture)!, values);
}
