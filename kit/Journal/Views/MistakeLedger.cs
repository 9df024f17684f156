namespace KataKit.Journal;

/// <summary>A mistake that an analyzer saw in a session.</summary>
/// <param name="Id">The rule, for example <c>KATA1001</c>.</param>
/// <param name="Message">What it said the first time.</param>
/// <param name="MadeAfter">The time worked when it was first seen.</param>
/// <param name="MendedAfter">The time worked when it was last seen to go away; <see langword="null"/> where it stands in the last grade.</param>
public sealed record Mistake(string Id, string Message, TimeSpan MadeAfter, TimeSpan? MendedAfter);

/// <summary>The mistakes of a session: made and mended.</summary>
public static class MistakeLedger
{
    /// <summary>Works out the mistakes.</summary>
    /// <param name="session">The session.</param>
    /// <returns>One entry a rule, in the order in which they were made. A grade that did not compile says nothing about rules.</returns>
    public static IReadOnlyList<Mistake> Of(SessionView session)
    {
        var mistakes = new List<Mistake>();
        foreach (var grade in session.Grades.Where(grade => grade.Verdict.Outcome != "buildError"))
        {
            var at = session.WorkedBefore(grade);
            var present = grade.Verdict.Findings.DistinctBy(finding => finding.Id).ToDictionary(finding => finding.Id);
            for (var i = 0; i < mistakes.Count; i++)
            {
                var isPresent = present.Remove(mistakes[i].Id);
                mistakes[i] = mistakes[i] with { MendedAfter = isPresent ? null : mistakes[i].MendedAfter ?? at };
            }

            mistakes.AddRange(present.Values.Select(finding => new Mistake(finding.Id, finding.Message, at, MendedAfter: null)));
        }

        return mistakes;
    }
}
