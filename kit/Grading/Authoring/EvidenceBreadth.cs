using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// Whether the evidence of a kata shows many styles, to readers of both languages. A spec that has met one style may ask for it; mistakes that all stand on one right
/// answer show what tests and rules say to one style, however many they are.
/// </summary>
public static class EvidenceBreadth
{
    /// <summary>Right answers of so many styles must be accepted before one can say that a spec does not ask for a style.</summary>
    public const int LeastStyles = 4;

    /// <summary>Says what is missing.</summary>
    /// <param name="kata">The kata.</param>
    /// <returns>
    /// The problems: too few right answers, no wrong one, a base that carries more than half of the mistakes, mistakes without a Chinese sentence. What cannot be read is told elsewhere.
    /// </returns>
    public static ImmutableArray<string> ProblemsOf(Kata kata)
        => [.. Styles(kata.Right.Count), .. kata.Wrong.Count == 0 ? ["There is no wrong answer."] : Bases(kata.Wrong), .. Languages(kata.Wrong)];

    private static IEnumerable<string> Styles(int count)
        => count >= LeastStyles ? [] : [$"There are {count} right answers; {LeastStyles} styles that share no structure are needed."];

    private static IEnumerable<string> Bases(IReadOnlyList<Answer> wrong)
        => wrong.Select(BaseOf).OfType<string>().GroupBy(name => name)
            .Where(mistakes => wrong.Count > 1 && mistakes.Count() * 2 > wrong.Count)
            .Select(mistakes => $"{mistakes.Key} is the base of {mistakes.Count()} of {wrong.Count} mistakes; more than half show one style only. Make some of them of other right answers.");

    private static IEnumerable<string> Languages(IReadOnlyList<Answer> wrong)
        => wrong.Where(answer => IsReadable(answer) && answer.Header.Chinese is null).Select(answer => answer.Name).ToList() is { Count: > 0 } silent
            ? [$"{silent.Count} wrong answers do not say in Chinese what is wrong ('zh: …' in the header): {string.Join(", ", silent.Take(5))}"]
            : [];

    private static string? BaseOf(Answer answer) => IsReadable(answer) ? answer.Base : null;

    private static bool IsReadable(Answer answer)
    {
        try
        {
            return answer.Header is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
