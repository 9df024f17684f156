using System.Text;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>
/// What an author writes by hand for a kata, around one small member, <c>Mean</c>, which he replaces by his own. What follows from these files
/// is not among them: <c>kata sync</c> writes it.
/// </summary>
/// <param name="name">The name of the class.</param>
/// <param name="track">The folder of the track.</param>
internal sealed class KataTemplate(string name, string track)
{
    /// <summary>The texts by their paths in the repository.</summary>
    public IReadOnlyDictionary<string, string> Files => new Dictionary<string, string>
    {
        [$"kit/Contracts/{track}/{name}/I{name}.cs"] = Contract,
        [$"solutions/{track}/{name}/{name}.cs"] = Answer("=> values is null ? throw new ArgumentNullException(nameof(values)) : values.Count == 0 ? 0 : values.Average();"),
        [$"tests/Specs/{track}/{name}/{name}Spec.cs"] = Spec,
        [$"tests/Submissions/{track}/{name}/right/IndexLoop.cs"] = Right("index loop", Loop),
        [$"tests/Submissions/{track}/{name}/right/Linq.cs"] = Right("LINQ, an empty list filled up with one zero", "=> (values ?? throw new ArgumentNullException(nameof(values))).DefaultIfEmpty(0).Average();"),
        [$"tests/Submissions/{track}/{name}/right/RunningMean.cs"] = Right("a running mean instead of a sum", RunningMean),
        [$"tests/Submissions/{track}/{name}/right/Recursion.cs"] = Right("sum by recursion", Recursion),
        [$"tests/Submissions/{track}/{name}/wrong/X1_EmptyIsNotANumber.diff"] = Wrong(
            "X1 the mean of nothing is not a number", "没有任何数时，均值成了 NaN", "right/IndexLoop.cs", "Mean_of_nothing_is_zero",
            "-        return values.Count == 0 ? 0 : sum / values.Count;\n+        return sum / values.Count;\n"),
        [$"tests/Submissions/{track}/{name}/wrong/X2_FirstTwice.diff"] = Wrong(
            "X2 the running mean starts with the first value and then meets it again", "滚动均值以第一个数开始，之后又把它算了一遍", "right/RunningMean.cs", "Mean_is_the_sum_divided_by_the_count",
            "-        var mean = 0.0;\n+        var mean = values.Count == 0 ? 0 : values[0];\n         for (var i = 0; i < values.Count; i++)\n         {\n-            mean += (values[i] - mean) / (i + 1);\n+            mean += (values[i] - mean) / (i + 2);\n"),
        [$"katas/{track}/{name}/README.md"] = EnglishPage,
        [$"katas/{track}/{name}/README.zh-CN.md"] = ChinesePage,
        [$"solutions/{track}/{name}/coaching.yaml"] = EnglishCoaching,
        [$"solutions/{track}/{name}/coaching.zh-CN.yaml"] = ChineseCoaching,
    };

    /// <summary>The pages of a track that has no katas yet, by their paths.</summary>
    public IReadOnlyDictionary<string, string> TrackPages => new Dictionary<string, string>
    {
        [$"katas/{track}/README.md"] = $"""
            # {track}

            [简体中文](README.zh-CN.md)

            What these katas are about, in which order to take them, and what to read first.

            <!-- sync: katas -->
            <!-- /sync -->

            Open `{track}.slnf` to have just this track in an IDE, or type `./kata list --track {track.ToLowerInvariant()}`.

            """,
        [$"katas/{track}/README.zh-CN.md"] = $"""
            # {Track.All.First(known => known.Name == track).ChineseName}

            [English](README.md)

            这些题目讲什么，按什么顺序做，先读什么。

            <!-- sync: katas -->
            <!-- /sync -->

            想在 IDE 里只打开这个方向，就打开 `{track}.slnf`；或者输入 `./kata list --track {track.ToLowerInvariant()}`。

            """,
    };

    private string Id
    {
        get
        {
            var id = new StringBuilder();
            foreach (var character in name)
            {
                id.Append(char.IsAsciiLetterUpper(character) && id.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(character));
            }

            return id.ToString();
        }
    }

    private string Contract => $$"""
        namespace KataKit.Contracts;

        /// <summary>The arithmetic mean, in the place of what {{name}} is to be.</summary>
        [Kata("{{Id}}")]
        public interface I{{name}}
        {
            /// <summary>The arithmetic mean: the sum divided by the number of values.</summary>
            /// <param name="values">The values; they are only read.</param>
            /// <returns>The mean; 0 where there are no values.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
            static abstract double Mean(IReadOnlyList<double> values);
        }

        """;

    private string Spec => $$"""
        using KataKit.Contracts;
        using KataKit.Specs.Checking;
        using Xunit;

        namespace KataKit.Specs;

        /// <summary>The hidden tests of the kata: <see cref="I{{name}}"/> member by member.</summary>
        /// <typeparam name="TKata">The answer under test.</typeparam>
        public abstract class {{name}}Spec<TKata>
            where TKata : I{{name}}
        {
            [Fact]
            public void Mean_is_the_sum_divided_by_the_count()
                => Close.To(TKata.Mean([1, 2, 6]), 3, "the mean of 1, 2 and 6 is 9 / 3");

            [Fact]
            public void Mean_of_nothing_is_zero()
                => Close.To(TKata.Mean([]), 0, "the contract gives 0 where there are no values");

            [Fact]
            public void Mean_rejects_null()
                => Rejects.Null("values", () => TKata.Mean(null!));
        }

        """;

    private const string Loop = """
        {
                ArgumentNullException.ThrowIfNull(values);
                var sum = 0.0;
                for (var i = 0; i < values.Count; i++)
                {
                    sum += values[i];
                }

                return values.Count == 0 ? 0 : sum / values.Count;
            }
        """;

    private const string RunningMean = """
        {
                ArgumentNullException.ThrowIfNull(values);
                var mean = 0.0;
                for (var i = 0; i < values.Count; i++)
                {
                    mean += (values[i] - mean) / (i + 1);
                }

                return mean;
            }
        """;

    private const string Recursion = """
        {
                ArgumentNullException.ThrowIfNull(values);
                return values.Count == 0 ? 0 : SumFrom(0) / values.Count;

                double SumFrom(int start) => start == values.Count ? 0 : values[start] + SumFrom(start + 1);
            }
        """;

    private static string Wrong(string mistake, string chinese, string @base, string fails, string hunk)
        => $"mistake: {mistake}\nzh: {chinese}\nbase: {@base}\nfails: {fails}\nrule: none\n@@\n{hunk}";

    private string Right(string style, string body) => $"// style: {style}\n" + Answer(body);

    private string EnglishPage => $"""
        ---
        id: {Id}
        title: {name}
        difficulty: 1
        minutes: 15
        members: [Mean]
        ---

        # {name}

        > "Give me the mean of a list of numbers."

        """;

    private string ChinesePage => $"""
        ---
        id: {Id}
        title: {name}
        difficulty: 1
        minutes: 15
        members: [Mean]
        ---

        # {name}

        > “给我一列数的均值。”

        """;

    private static string EnglishCoaching => """
        hints:
          - member: Mean
            stages:
              - What is the mean of no values at all? The contract says it.
        follow_ups:
          - question: How do you keep the sum exact for a million values?
            answer: Compensated summation (Kahan), or summing pairwise.

        """;

    private static string ChineseCoaching => """
        hints:
          - member: Mean
            stages:
              - 没有任何数时，均值是多少？契约里写了。
        follow_ups:
          - question: 一百万个数求和，怎样保持精度？
            answer: 补偿求和（Kahan），或两两求和。

        """;

    private string Answer(string body) => $$"""
        using KataKit.Contracts;

        namespace KataKit.Katas;

        public sealed class {{name}} : I{{name}}
        {
            public static double Mean(IReadOnlyList<double> values)
            {{(body[0] == '{' ? body : "    " + body)}}
        }

        """;
}
