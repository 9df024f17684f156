using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>
/// Asks the interpreter what it knows at points of a method: each <c>Math.Exp(x)</c> in the source prints what is known of <c>x</c>.
/// <c>?</c> means that nothing is known, which is always allowed; anything else is a claim and must be true.
/// </summary>
internal static partial class Probe
{
    /// <summary>Requires what is known at each probe of a body of <c>Attend(queries[seq_q d_k], keys[seq_k d_k], values[seq_k d_v], mask)</c>.</summary>
    /// <param name="body">Statements; <c>return null!;</c> is added.</param>
    /// <param name="expected">The values, in the order in which the interpreter meets the probes, or <c>refused: …</c>.</param>
    /// <param name="members">Members of the type beside the body.</param>
    public static async Task Knows_in_attend(string body, string[] expected, string members = "")
        => (await Answers(KataSource.Attend(body + "\nreturn null!;", members), "Attend")).Should().Equal(expected, "of\n{0}\n{1}", body, members);

    /// <summary>Requires what is known at the last probe alone, for bodies that take exponentials on the way.</summary>
    public static async Task Knows_last_in_attend(string body, string expected)
        => (await Answers(KataSource.Attend(body + "\nreturn null!;"), "Attend"))[^1].Should().Be(expected, "of\n{0}", body);

    /// <summary>The same for <c>Forward(x[seq d_model], wq, wk, wv, wo, heads, mask)</c>.</summary>
    public static async Task Knows_in_forward(string body, string[] expected, string members = "")
        => (await Answers(KataSource.Forward(body + "\nreturn null!;", members), "Forward")).Should().Equal(expected, "of\n{0}\n{1}", body, members);

    private static async Task<IReadOnlyList<string>> Answers(string source, string member)
    {
        (await KataCompilation.Errors(KataCompilation.Document(source))).Should().BeEmpty("a probe in code that does not compile asks nothing:\n{0}", source);
        var outcome = (await KataRuns.Of(source)).Single(x => x.Member == member).Outcome;
        return outcome.Refusal is { } refusal
            ? ["refused: " + refusal]
            : [.. outcome.Events.Where(x => x.Kind == FlowEventKind.Exponentiated).Select(x => Place().Replace(x.Value.ToString()!, string.Empty))];
    }

    // Counters are named by where their loop stands, which no expectation should have to count.
    [GeneratedRegex("@-?[0-9]+")]
    private static partial Regex Place();
}
