using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Katas;

/// <summary>Whoever opens a kata's folder sees the task, and nothing that answers it.</summary>
public sealed partial class TaskAloneTests
{
    private static readonly string Katas = Path.Combine(LearnersKit.Repository, "katas");

    public static TheoryData<string, string> KatasInLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var entry in LearnersKit.LibraryOf(LearnersKit.Repository).Entries)
        {
            data.Add(entry.Name, "en");
            data.Add(entry.Name, "zh-Hans");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(KatasInLanguages))]
    public void No_page_holds_a_sentence_of_a_hint_or_of_a_model_answer(string kata, string language)
    {
        var coaching = LearnersKit.LibraryOf(LearnersKit.Repository, language).FindByName(kata)!.Coaching;
        var sentences = coaching.Hints.SelectMany(hints => hints.Stages).Concat(coaching.FollowUps.Select(followUp => followUp.Answer))
            .SelectMany(text => SentenceEnd().Split(text)).Select(Bare).Where(sentence => sentence.Length >= 15).Distinct().ToList();
        sentences.Should().HaveCountGreaterThan(50);

        foreach (var page in Directory.EnumerateFiles(Katas, "*.md", SearchOption.AllDirectories))
        {
            var text = Bare(File.ReadAllText(page));
            sentences.Where(sentence => text.Contains(sentence, StringComparison.Ordinal)).Should().BeEmpty($"{page} is read before the answer is written");
        }
    }

    [Theory]
    [MemberData(nameof(KatasInLanguages))]
    public void The_front_matter_is_short(string kata, string language)
    {
        var paths = LearnersKit.LibraryOf(LearnersKit.Repository).FindByName(kata)!.Kata;
        var head = PageText.Read(language == "en" ? paths.PagePath : paths.ChinesePagePath).Head;

        head.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(':')[0]).Should().Equal("id", "title", "difficulty", "minutes", "members");
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"(?<=[.?!:;])\s|(?<=[。？！：；])")]
    private static partial Regex SentenceEnd();
}
