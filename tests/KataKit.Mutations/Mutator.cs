namespace KataKit.Mutations;

/// <summary>
/// One mechanical way to write the same program differently. A verdict that changes from a submission to its mutant depends on
/// spelling, not on meaning.
/// </summary>
/// <remarks>
/// "The same" is: equal results on every input that the original handles, up to the rounding of a reordered sum or product.
/// It does not cover which of two exceptions comes first when several would be thrown, nor reference identity of results.
/// </remarks>
public abstract class Mutator
{
    /// <summary>The name of the rewriting, as it begins the names of its mutants.</summary>
    public string Name => GetType().Name;

    /// <summary>
    /// The mutants of a submission: first the one that is changed most, then others in the order of its text; none when nothing in it
    /// has the shape that this mutator rewrites. The number is bounded, and the same submission always gives the same mutants.
    /// They are made as they are asked for.
    /// </summary>
    /// <param name="submission">A file that compiles without errors.</param>
    public abstract IEnumerable<Mutant> Mutants(Submission submission);
}
