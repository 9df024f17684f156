using System.Globalization;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>How much training may cost, counted in bytes allocated and never timed, and how large its numbers get.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Fact]
    public void Train_adds_counts_beyond_32_bits()
    {
        // ab: 3 · 2 000 000 000, which leaves 1 705 032 704 in 32 bits, less than the 2 100 000 000 of cd.
        BpeAssert.Merges(
            TKata.Train(Words(("abx", 2_000_000_000), ("aby", 2_000_000_000), ("abz", 2_000_000_000), ("cd", 2_100_000_000)), 257).Merges,
            [('a', 'b')],
            "three words that occur 2 000 000 000 times each make 6 000 000 000 occurrences of their pair");

        // Two occurrences in a word: 2 · 1 500 000 000, which is negative in 32 bits.
        foreach (var twice in (string[])["abab", "aaaa"])
        {
            BpeAssert.Merges(
                TKata.Train(Words((twice, 1_500_000_000), ("cd", 1_600_000_000)), 257).Merges,
                [(twice[0], twice[1])],
                $"two occurrences in {twice}, which occurs 1 500 000 000 times, are 3 000 000 000");
        }
    }

    [Fact]
    public void Train_costs_the_same_whatever_the_counts()
    {
        static long Allocated(int count)
        {
            var words = Words(("lowest", count), ("newest", count), ("widest", count), ("highest", count));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var merges = TKata.Train(words, 270).Merges.Count;
            Close.To(merges, 14, $"the number of merges learned from four words that occur {count} times each");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first call also pays for what is made once. An answer that works word by word allocates some ten thousand bytes; one
        // that keeps an entry for each of the 400 000 occurrences needs millions.
        Allocated(2);
        var (few, many) = (Allocated(2), Allocated(100_000));
        if (many > (2 * few) + 1_000_000)
        {
            throw new SpecFailureException(string.Create(
                CultureInfo.InvariantCulture,
                $"a word that occurs often must cost what it costs when it occurs twice: four words trained with count 2 took {few:N0} bytes "
                    + $"of memory, with count 100 000 they took {many:N0}. Work on the distinct words, each with its count, not on copies."));
        }
    }

    [Fact]
    public void Train_learns_500_merges_from_100_kB()
    {
        // 100 kB of made-up words of one to four syllables, the short ones more often, as in a language: some 3000 distinct words.
        var random = new Random(32);
        string[] syllables = ["ba", "ce", "di", "fo", "gu", "lan", "mer", "nis", "pot", "tur"];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var length = 0; length < 100_000;)
        {
            var parts = 1 + Math.Min(random.Next(5), random.Next(5));
            var word = " " + string.Concat(Enumerable.Range(0, parts).Select(_ => syllables[random.Next(10)]));
            counts[word] = counts.GetValueOrDefault(word) + 1;
            length += word.Length;
        }

        var trained = TKata.Train(counts, 756);
        Close.To(trained.Merges.Count, 500, "the number of merges learned from 100 kB of words (seed 32)");
        Close.To(trained.Merges.Distinct().Count(), 500, "no pair is merged twice; the number of distinct merges");
        var text = string.Concat(counts.Keys.Take(1000));
        var ids = trained.Encode(text);
        BpeAssert.Text(trained.Decode(ids), text, "what comes back");
        BpeAssert.Ids(ids, BpeOracle.Encode(text, trained.Merges), "the ids of a thousand words, with the merges that were learned");
    }
}
