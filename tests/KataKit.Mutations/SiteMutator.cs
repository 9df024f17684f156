using System.Collections.Immutable;
using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Mutations;

/// <summary>A mutator that rewrites places independently of each other: first all together, then a few of them one at a time.</summary>
public abstract class SiteMutator : Mutator
{
    /// <summary>How many places of one file are rewritten alone, spread evenly over it.</summary>
    public const int SinglesPerFile = 4;

    /// <summary>Whether a place inside another one may be rewritten together with it.</summary>
    private protected virtual bool SitesNest => true;

    /// <inheritdoc />
    public sealed override IEnumerable<Mutant> Mutants(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var sites = Sites(submission).ToList();
        if (sites.Count == 0)
        {
            yield break;
        }

        var together = SitesNest ? sites : Disjoint(sites);
        if (together.Count > 1 || sites.Count == 1)
        {
            yield return Rewrite(submission, $"{Name} all", together);
        }

        foreach (var index in sites.Count > 1 ? Spread(sites.Count) : [])
        {
            yield return Rewrite(submission, $"{Name} {index + 1} (line {submission.LineOf(sites[index].Touched[0])})", [sites[index]]);
        }
    }

    /// <summary>The places of a submission where this rewriting keeps the meaning, in the order of its text.</summary>
    private protected abstract IEnumerable<Site> Sites(Submission submission);

    private static Mutant Rewrite(Submission submission, string name, IEnumerable<Site> sites)
    {
        var edits = new Edits(submission);
        foreach (var site in sites)
        {
            site.Rewrite(edits);
        }

        return new Mutant(name, edits.Apply());
    }

    private static IEnumerable<int> Spread(int count)
        => Enumerable.Range(0, Math.Min(count, SinglesPerFile)).Select(i => i * (count - 1) / (Math.Min(count, SinglesPerFile) - 1));

    private static List<Site> Disjoint(List<Site> sites)
    {
        var chosen = new List<Site>();
        foreach (var site in sites)
        {
            if (!chosen.Exists(site.Overlaps))
            {
                chosen.Add(site);
            }
        }

        return chosen;
    }

    /// <summary>A place to rewrite.</summary>
    /// <param name="Rewrite">Enters the changes.</param>
    /// <param name="Touched">The pieces of text that the rewriting reads or changes, the one that names the place first.</param>
    private protected sealed record Site(Action<Edits> Rewrite, params ImmutableArray<TextSpan> Touched)
    {
        public Site(SyntaxNode where, Action<Edits> rewrite)
            : this(rewrite, where.Span)
        {
        }

        public bool Overlaps(Site other) => Touched.Any(span => other.Touched.Any(span.OverlapsWith));
    }
}
