using KataKit.Grading;

namespace KataKit.Thorough;

/// <summary>Which proofs are wanted.</summary>
internal sealed record Choice
{
    /// <summary>How their names begin.</summary>
    public string Only { get; init; } = "";

    /// <summary>The share of one of several machines. It goes by the name, so that what comes or goes moves no other proof.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The files that have changed; <see langword="null"/> where that does not matter.</summary>
    public IReadOnlyCollection<string>? Changed { get; init; }

    /// <summary>So many that always belong to it, whatever has changed.</summary>
    public int? Sample { get; init; }

    /// <summary>Picks the proofs, in a mixed order: who runs out of time has seen something of everything.</summary>
    public IReadOnlyList<Proof> Of(IEnumerable<Proof> proofs)
    {
        var named = FixedChoice.Mix(proofs.Where(proof => proof.Name.StartsWith(Only, StringComparison.Ordinal)), proof => proof.Name).ToList();
        var (index, count) = ((uint)Shard.Index - 1, (uint)Shard.Count);
        return [.. named.Where((proof, place) => IsWanted(proof, place)).Where(proof => FixedChoice.NumberOf(proof.Name) % count == index)];
    }

    private bool IsWanted(Proof proof, int place)
        => (Sample is null && Changed is null) || place < Sample || Changed?.Any(path => proof.Inputs.Any(input => IsBelow(path, input))) == true;

    private static bool IsBelow(string path, string input)
        => path.StartsWith(input, StringComparison.Ordinal) && (path.Length == input.Length || path[input.Length] == '/');
}
