using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>What a stub keeps of its solution.</summary>
public sealed class StubWriterTests
{
    private static readonly KataBuild Build = KataBuild.Read(KataCatalogue.Find(AppContext.BaseDirectory).Katas[0]);

    [Fact]
    public void Public_heads_stay_and_everything_else_goes()
    {
        const string Solution = """
            using System.Globalization;
            using System.Text;
            using KataKit.Contracts;

            namespace KataKit.Katas;

            /// <summary>Counts words, unlike <see cref="StringBuilder"/>.</summary>
            public sealed class Words(int least) : IDisposable
            {
                /// <summary>The shortest word.</summary>
                public const int Shortest = 1;

                public static readonly int Longest = Compute();

                // How it is done is not for the stub.
                private readonly Dictionary<string, int> _counts = [];

                public Words()
                    : this(Shortest)
                {
                    _counts.Clear();
                }

                /// <summary>How many there are.</summary>
                public int Count { get; private set; }

                public bool IsSorted { get; set; } = true;

                public string Name => "words";

                public int this[string word] => _counts[word];

                /// <summary>Adds the words of a text.</summary>
                /// <param name="text">The text.</param>
                public async Task AddAsync(
                    string text,
                    int times = 1)
                {
                    // The culture is used here alone.
                    await Task.Yield();
                    _counts[text.ToLower(CultureInfo.InvariantCulture)] = times + least;
                }

                public static T First<T>(IEnumerable<T> items)
                    where T : notnull
                    => items.First();

                public static Words operator +(Words left, Words right)
                {
                    return left;
                }

                void IDisposable.Dispose() => _counts.Clear();

                internal void Hidden()
                {
                }

                private static int Compute() => 3;

                /// <summary>A word and its place.</summary>
                public sealed record Place(string Word, int Index)
                {
                    public int Line { get; init; } = 1;

                    public bool IsFirst()
                    {
                        return Index == 0;
                    }

                    private int Next() => Index + 1;
                }

                public enum Order
                {
                    Rising,
                    Falling,
                }

                private sealed record Secret(int Value);
            }

            internal static class Tricks
            {
                public static int Three => 3;
            }

            """;
        const string Stub = """
            using System.Text;

            namespace KataKit.Katas;

            /// <summary>Counts words, unlike <see cref="StringBuilder"/>.</summary>
            public sealed class Words(int least) : IDisposable
            {
                /// <summary>The shortest word.</summary>
                public const int Shortest = 1;

                public static readonly int Longest;

                public Words()
                    => throw new NotImplementedException();

                /// <summary>How many there are.</summary>
                public int Count
                    => throw new NotImplementedException();

                public bool IsSorted
                {
                    get => throw new NotImplementedException();
                    set => throw new NotImplementedException();
                }

                public string Name
                    => throw new NotImplementedException();

                public int this[string word]
                    => throw new NotImplementedException();

                /// <summary>Adds the words of a text.</summary>
                /// <param name="text">The text.</param>
                public Task AddAsync(
                    string text,
                    int times = 1)
                    => throw new NotImplementedException();

                public static T First<T>(IEnumerable<T> items)
                    where T : notnull
                    => throw new NotImplementedException();

                public static Words operator +(Words left, Words right)
                    => throw new NotImplementedException();

                void IDisposable.Dispose()
                    => throw new NotImplementedException();

                /// <summary>A word and its place.</summary>
                public sealed record Place(string Word, int Index)
                {
                    public int Line { get; init; }

                    public bool IsFirst()
                        => throw new NotImplementedException();
                }

                public enum Order
                {
                    Rising,
                    Falling,
                }
            }

            """;

        Assert.Equal(Stub, StubWriter.Of(Build).Write(Solution));
        Assert.Equal(Stub, StubWriter.Of(Build).Write(Solution.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void A_stub_of_a_stub_is_the_stub()
    {
        var stub = StubWriter.Of(Build).Write(File.ReadAllText(Build.Kata.SolutionPath));

        Assert.Equal(stub, StubWriter.Of(Build).Write(stub));
    }

    [Theory]
    [InlineData("namespace KataKit.Katas { public sealed class A; }")]
    [InlineData("public sealed class A;")]
    [InlineData("namespace KataKit.Katas; public sealed class A {")]
    public void A_solution_that_is_laid_out_otherwise_is_refused(string solution)
        => Assert.Throws<FormatException>(() => StubWriter.Of(Build).Write(solution));
}
