using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// Mistakes that all stand on one right answer show what tests and rules say to one style, however many they are. So no answer may be the
/// base of more than half of a kata's mistakes.
/// </summary>
public static class EvidenceBalance
{
    /// <summary>Says which base carries too many of a kata's mistakes.</summary>
    /// <param name="kata">The kata.</param>
    /// <returns>The problems; none where no base carries more than half. What cannot be read is told elsewhere.</returns>
    public static ImmutableArray<string> ProblemsOf(Kata kata)
    {
        var wrong = kata.Wrong;
        return [.. wrong.Select(BaseOf).OfType<string>().GroupBy(name => name)
            .Where(mistakes => wrong.Count > 1 && mistakes.Count() * 2 > wrong.Count)
            .Select(mistakes => $"{mistakes.Key} is the base of {mistakes.Count()} of {wrong.Count} mistakes of {kata.Name}; more than half show one style only. Make some of them of other right answers.")];
    }

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
