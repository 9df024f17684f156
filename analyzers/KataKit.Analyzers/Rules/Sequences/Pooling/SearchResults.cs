using KataKit.Analyzers.Graph;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>What the result of a search may be: what its variable was set to, round by round.</summary>
internal static class SearchResults
{
    /// <summary>The term itself, or the values that the ways of a choice and the rounds of a loop bring.</summary>
    public static IReadOnlyList<Term> Of(Term term)
    {
        var found = new List<Term>();
        Collect(term, found, []);
        return found;
    }

    private static void Collect(Term term, List<Term> found, HashSet<Term> seen)
    {
        if (!seen.Add(term))
        {
            return;
        }

        switch (term.Kind)
        {
            case TermKind.Choice:
                Collect(term.Operands[1], found, seen);
                Collect(term.Operands[2], found, seen);
                break;
            case TermKind.Join:
                foreach (var way in term.Operands)
                {
                    Collect(way, found, seen);
                }

                break;
            case TermKind.LoopVariable when term.IsCounter(out var start, out _):
                found.Add(term);
                Collect(start, found, seen);
                break;
            case TermKind.LoopVariable:
                found.Add(term);
                Collect(((LoopVariable)term).Initial, found, seen);
                if (((LoopVariable)term).Next is { } next)
                {
                    Collect(next, found, seen);
                }

                break;
            default:
                found.Add(term);
                break;
        }
    }
}
