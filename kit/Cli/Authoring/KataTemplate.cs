using System.Text;

namespace KataKit.Cli;

/// <summary>The files of a new kata around one small member, <c>Mean</c>, which the author replaces by his own.</summary>
/// <param name="name">The name of the class.</param>
internal sealed class KataTemplate(string name)
{
    /// <summary>The texts by their paths in the repository.</summary>
    public IReadOnlyDictionary<string, string> Files => new Dictionary<string, string>
    {
        [$"kit/Contracts/{name}/I{name}.cs"] = Contract,
        [$"katas/{name}/{name}.csproj"] = "<Project Sdk=\"Microsoft.NET.Sdk\" />\n",
        [$"katas/{name}/{name}.cs"] = Answer("=> throw new NotImplementedException();"),
        [$"katas/{name}/README.md"] = EnglishPage,
        [$"katas/{name}/README.zh-CN.md"] = ChinesePage,
        [$"solutions/{name}/coaching.yaml"] = EnglishCoaching,
        [$"solutions/{name}/coaching.zh-CN.yaml"] = ChineseCoaching,
        [$"solutions/{name}/{name}.cs"] = Answer("=> values is null ? throw new ArgumentNullException(nameof(values)) : values.Count == 0 ? 0 : values.Average();"),
        [$"tests/KataKit.Specs/{name}/{name}Spec.cs"] = Spec,
        [$"tests/KataKit.Solutions.Tests/{name}Tests.cs"] = Tests,
        [$"tests/Submissions/{name}/wrong/X1_EmptyIsNotANumber.cs"] = Wrong,
        [$"tests/Submissions/{name}/right/IndexLoop.cs"] = Right,
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

    private string Tests => $"""
        using KataKit.Katas;
        using KataKit.Specs;

        namespace KataKit.Solutions.Tests;

        /// <summary>The spec of the kata, run over the reference solution.</summary>
        public sealed class {name}Tests : {name}Spec<{name}>;

        """;

    private string Wrong => "// mistake: X1 the mean of nothing is not a number\n// fails: Mean_of_nothing_is_zero\n// rule: none\n"
        + Answer("=> values is null ? throw new ArgumentNullException(nameof(values)) : values.Sum() / values.Count;");

    private string Right => "// style: index loop\n" + Answer("""
        {
                ArgumentNullException.ThrowIfNull(values);
                var sum = 0.0;
                for (var i = 0; i < values.Count; i++)
                {
                    sum += values[i];
                }

                return values.Count == 0 ? 0 : sum / values.Count;
            }
        """, isBlock: true);

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

    private string Answer(string body, bool isBlock = false) => $$"""
        using KataKit.Contracts;

        namespace KataKit.Katas;

        public sealed class {{name}} : I{{name}}
        {
            public static double Mean(IReadOnlyList<double> values)
            {{(isBlock ? body : "    " + body)}}
        }

        """;
}
