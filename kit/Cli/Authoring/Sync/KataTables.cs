using System.Globalization;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>The tables of katas: by track in the READMEs of the repository, kata by kata in those of the tracks; and how much there is of everything.</summary>
internal sealed class KataTables : IDerivation
{
    private const string Region = "katas";

    public IEnumerable<DerivedFile> Derive(KataLibrary library) => PageLanguage.All.SelectMany(language => Derive(library, language));

    private static IEnumerable<DerivedFile> Derive(KataLibrary library, PageLanguage language)
    {
        var tracks = TrackOfKatas.In(library, language);
        var table = tracks.Select(track => $"| [{track.Title}](katas/{track.Name}/{language.Page}) | {string.Join(language.Separator, track.Katas.Select(LinkFromRoot))} |");
        var front = DerivedRegion.Replace(language.Page, RepositoryText.Read(library, language.Page), Region, $"| {language.Track} | {language.Katas} |\n| --- | --- |\n{string.Join('\n', table)}");
        yield return new DerivedFile(language.Page, DerivedRegion.Replace(language.Page, front, "numbers", Numbers(library, language, tracks.Count)));
        foreach (var track in tracks)
        {
            var page = $"katas/{track.Name}/{language.Page}";
            yield return new DerivedFile(page, DerivedRegion.Replace(page, RepositoryText.Read(library, page), Region, Rows(track, language)));
        }

        string LinkFromRoot((KataEntry Entry, KataPage Page) kata) => $"[{kata.Entry.Name}]({kata.Entry.Kata.Folder}/{language.Page})";
    }

    private static string Rows(TrackOfKatas track, PageLanguage language)
    {
        var rows = track.Katas.Select(kata => string.Create(CultureInfo.InvariantCulture,
            $"| [{kata.Entry.Name}]({kata.Entry.Name}/{language.Page}) | {kata.Page.Title} | {kata.Page.Difficulty} | {kata.Page.Minutes} | {string.Join(language.Separator, kata.Page.Members.Select(member => $"`{member}`"))} |"));
        return $"| {language.Kata} | {language.Topic} | {language.Level} | {language.Minutes} | {language.Members} |\n| --- | --- | --- | --- | --- |\n{string.Join('\n', rows)}";
    }

    private static string Numbers(KataLibrary library, PageLanguage language, int tracks)
    {
        var katas = library.Entries.Select(entry => entry.Kata).ToList();
        return language.Numbers(katas.Count, tracks, RulePages.In(library.Root, language.Docs).Count, katas.Sum(kata => kata.Wrong.Count), katas.Sum(kata => kata.Right.Count));
    }
}

/// <summary>A track with its katas, easiest first.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Title">What people read.</param>
/// <param name="Katas">The katas with their pages in the language that was asked for.</param>
internal sealed record TrackOfKatas(string Name, string Title, IReadOnlyList<(KataEntry Entry, KataPage Page)> Katas)
{
    /// <summary>The tracks that have katas, in the order in which one learns.</summary>
    public static IReadOnlyList<TrackOfKatas> In(KataLibrary library, PageLanguage language)
        => [.. library.Entries.GroupBy(entry => entry.Kata.Track)
            .OrderBy(track => Track.PlaceOf(track.Key))
            .ThenBy(track => track.Key, StringComparer.Ordinal)
            .Select(track => new TrackOfKatas(
                track.Key,
                Track.All.FirstOrDefault(known => known.Name == track.Key) is { } known ? language.NameOf(known) : track.Key,
                [.. track.Select(entry => (Entry: entry, Page: KataPage.Read(Path.Combine(Path.GetDirectoryName(entry.Kata.StubPath)!, language.Page))))
                    .OrderBy(kata => kata.Page.Difficulty).ThenBy(kata => kata.Page.Minutes).ThenBy(kata => kata.Entry.Name, StringComparer.Ordinal)]))];
}
