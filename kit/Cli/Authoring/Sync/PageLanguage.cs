using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>A language of the repository's pages, and the words of the derived tables in it.</summary>
internal sealed class PageLanguage
{
    public static readonly PageLanguage English = new()
    {
        Page = "README.md",
        Docs = "docs",
        ToRoot = "../",
        NameOf = track => track.Name,
        SentenceOf = header => header.Mistake[(header.Mistake.IndexOf(' ', StringComparison.Ordinal) + 1)..],
        Separator = ", ",
        Katas = "katas, easiest first",
        Track = "track",
        Kata = "kata",
        Topic = "topic",
        Level = "level",
        Minutes = "minutes",
        Members = "you write",
        Mistakes = "mistakes",
        Mistake = "mistake",
        Test = "test that fails",
        Rule = "rule",
        Base = "made of",
        Whole = "kept whole",
        Solution = "solution",
        MistakesHead = """
            # Known mistakes

            Wrong answers that people give, and some that machines made. Each is a few lines away from a right answer, fails a hidden test for just
            that reason, and, where the mistake can be seen in the code, draws a squiggle on its line. `kata answer <name>` prints one whole.
            """,
        MistakesOfTrack = ": known mistakes",
        Numbers = (katas, tracks, rules, wrong, right) =>
            $"{katas} katas in {tracks} tracks. The tests have to reject {wrong} known wrong answers ([all of them](docs/mistakes.md)) and to accept {right} right\n"
            + $"ones in other styles; {rules} [rules](docs/rules/README.md) mark mistakes while you type.",
    };

    public static readonly PageLanguage Chinese = new()
    {
        Page = "README.zh-CN.md",
        Docs = "docs/zh-Hans",
        ToRoot = "../../",
        NameOf = track => track.ChineseName,
        SentenceOf = header => header.Chinese ?? English.SentenceOf(header),
        Separator = "、",
        Katas = "题目，由易到难",
        Track = "方向",
        Kata = "题目",
        Topic = "内容",
        Level = "难度",
        Minutes = "分钟",
        Members = "你要写",
        Mistakes = "错误",
        Mistake = "错误",
        Test = "会失败的测试",
        Rule = "规则",
        Base = "改自",
        Whole = "整份保存",
        Solution = "参考答案",
        MistakesHead = """
            # 已知的错误

            这些是人们写过的错误答案，也有一些由机器改出。每一份离正确答案只差几行，会因为这一处而让某个隐藏测试失败；能从代码里看出来的，还会在那一行
            画出波浪线。`kata answer <名字>` 打印完整的一份。
            """,
        MistakesOfTrack = "：已知的错误",
        Numbers = (katas, tracks, rules, wrong, right) =>
            $"共 {katas} 道题，{tracks} 个方向。测试必须拒绝 {wrong} 份已知的错误答案（[全部列表](docs/zh-Hans/mistakes.md)），并接受 {right} 份写法各异的正确答案；"
            + $"{rules} 条[规则](docs/zh-Hans/rules/README.md)会在你输入时标出错误。",
    };

    public static readonly IReadOnlyList<PageLanguage> All = [English, Chinese];

    /// <summary>The file name of a folder's page.</summary>
    public required string Page { get; init; }

    /// <summary>The folder of the documentation.</summary>
    public required string Docs { get; init; }

    /// <summary>From that folder to the root.</summary>
    public required string ToRoot { get; init; }

    public required Func<Track, string> NameOf { get; init; }

    /// <summary>What stands between the items of a list.</summary>
    public required string Separator { get; init; }

    public required string Katas { get; init; }

    public required string Track { get; init; }

    public required string Kata { get; init; }

    public required string Topic { get; init; }

    public required string Level { get; init; }

    public required string Minutes { get; init; }

    public required string Members { get; init; }

    public required string Mistakes { get; init; }

    public required string Mistake { get; init; }

    public required string Test { get; init; }

    public required string Rule { get; init; }

    public required string Base { get; init; }

    public required string Whole { get; init; }

    public required string Solution { get; init; }

    /// <summary>What is wrong with a wrong answer.</summary>
    public required Func<SubmissionHeader, string> SentenceOf { get; init; }

    /// <summary>Title and first paragraph of the page of all mistakes.</summary>
    public required string MistakesHead { get; init; }

    /// <summary>What stands behind a track's name in the title of its page of mistakes.</summary>
    public required string MistakesOfTrack { get; init; }

    /// <summary>How much there is: katas, tracks, rules, wrong answers, right ones.</summary>
    public required Func<int, int, int, int, int, string> Numbers { get; init; }
}
