using System.Globalization;
using System.Text;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>
/// The pages of known mistakes: an index, and a page for each track with every wrong answer of the evidence: what is wrong, which test says
/// so, which rule, and which right answer it was made of.
/// </summary>
internal sealed class MistakePages : IDerivation
{
    private const string Note = "<!-- Written by `kata sync` from tests/Submissions. -->\n";

    public IEnumerable<DerivedFile> Derive(KataLibrary library) => PageLanguage.All.SelectMany(language => Derive(library, language));

    private static IEnumerable<DerivedFile> Derive(KataLibrary library, PageLanguage language)
    {
        var tracks = TrackOfKatas.In(library, language);
        yield return new DerivedFile($"{language.Docs}/mistakes.md", Index(tracks, language));
        var rules = RulePages.In(library.Root, language.Docs);
        foreach (var track in tracks)
        {
            yield return new DerivedFile($"{language.Docs}/mistakes/{track.Name}.md", PageOf(track, language, rules));
        }
    }

    private static string Index(IReadOnlyList<TrackOfKatas> tracks, PageLanguage language)
    {
        var text = new StringBuilder($"{language.MistakesHead}\n\n{Note}\n| {language.Track} | {language.Kata} | {language.Mistakes} |\n| --- | --- | --- |\n");
        foreach (var (track, kata) in tracks.SelectMany(track => track.Katas, (track, kata) => (track, kata)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{track.Title}](mistakes/{track.Name}.md) | [{kata.Page.Title}](mistakes/{track.Name}.md#{kata.Entry.Id}) | {kata.Entry.Kata.Wrong.Count} |\n");
        }

        return text.ToString();
    }

    private static string PageOf(TrackOfKatas track, PageLanguage language, IReadOnlyDictionary<string, string> rules)
    {
        var text = new StringBuilder($"# {track.Title}{language.MistakesOfTrack}\n\n{Note}");
        foreach (var (entry, page) in track.Katas)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<a id=\"{entry.Id}\"></a>\n\n## {page.Title}\n\n| {language.Mistake} | {language.Test} | {language.Rule} | {language.Base} |\n| --- | --- | --- | --- |\n");
            foreach (var answer in entry.Kata.Wrong.OrderBy(answer => Topic(answer.Name).Letters, StringComparer.Ordinal).ThenBy(answer => Topic(answer.Name).Number).ThenBy(answer => answer.Name, StringComparer.Ordinal))
            {
                text.Append(Row(answer, language, rules)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Row(Answer answer, PageLanguage language, IReadOnlyDictionary<string, string> rules)
    {
        // One folder deeper than the index.
        var toRoot = language.ToRoot + "../";
        var header = answer.Header;
        var rule = header.Rule is not { } id ? "" : rules.TryGetValue(id, out var page) ? $"[{id}](../{page})" : id;
        var file = $"{toRoot}tests/Submissions/{answer.Kata.Track}/{answer.Kata.Name}/wrong/{Path.GetFileName(answer.Path)}";
        var made = answer.Base switch
        {
            null => language.Whole,
            AnswerEdit.Solution => $"[{language.Solution}]({toRoot}solutions/{answer.Kata.Track}/{answer.Kata.Name}/{answer.Kata.Name}.cs)",
            var name => $"[{Path.GetFileNameWithoutExtension(name)}]({toRoot}tests/Submissions/{answer.Kata.Track}/{answer.Kata.Name}/{name})",
        };
        return $"| [{answer.Name}]({file}): {InCell(language.SentenceOf(header))} | {InCell(header.Fails.Replace('_', ' '))} | {rule} | {made} |";
    }

    /// <summary>The identifier at the beginning of a name, taken apart so that ATT2 comes before ATT10.</summary>
    private static (string Letters, int Number) Topic(string name)
    {
        var id = name.Split('_')[0];
        var letters = id.TrimEnd("0123456789".ToCharArray());
        return (letters, int.TryParse(id.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }

    private static string InCell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
