using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// Whether the evidence of a kata shows many styles. A spec that has met one style may ask for it; mistakes that all stand on one right
/// answer show what tests and rules say to one style, however many they are.
/// </summary>
public static class EvidenceBreadth
{
    /// <summary>Right answers of so many styles must be accepted before one can say that a spec does not ask for a style.</summary>
    public const int LeastStyles = 4;

    /// <summary>Says what is missing.</summary>
    /// <param name="kata">The kata.</param>
    /// <returns>
    /// The problems: too few right answers, no wrong one, a base that carries more than half of the mistakes. What cannot be read is told elsewhere.
    /// </returns>
    public static ImmutableArray<string> ProblemsOf(Kata kata)
        => [.. Styles(kata.Right.Count), .. kata.Wrong.Count == 0 ? ["There is no wrong answer."] : Bases(kata.Wrong)];

    private static IEnumerable<string> Styles(int count)
        => count >= LeastStyles ? [] : [$"There are {count} right answers; {LeastStyles} styles that share no structure are needed."];

    private static IEnumerable<string> Bases(IReadOnlyList<Answer> wrong)
        => wrong.Select(BaseOf).OfType<string>().GroupBy(name => name)
            .Where(mistakes => wrong.Count > 1 && mistakes.Count() * 2 > wrong.Count)
            .Select(mistakes => $"{mistakes.Key} is the base of {mistakes.Count()} of {wrong.Count} mistakes; more than half show one style only. Make some of them of other right answers.");

    private static string? BaseOf(Answer answer)
    {
        try
        {
            return answer.Base;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
