using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Which of several equally frequent pairs is merged.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData("bd", "ac", "the smaller left id wins")]
    [InlineData("ad", "ac", "of equal left ids the smaller right id wins")]
    [InlineData("bc", "ad", "the left id is compared before the right one")]
    [InlineData("ba", "az", "the left id is compared before the right one, whatever the sums are")]
    [InlineData("dx", "ax", "ids are numbers: 97 is less than 100, although the text \"100\" comes before \"97\"")]
    [InlineData("aB", "Ba", "ids are compared, not letters as a dictionary sorts them: B is 66, a is 97")]
    [InlineData("é", "zz", "bytes above 127 are not negative")]
    [InlineData("~~", "}\u007F", "ids are compared, also those of control characters")]
    public void Train_takes_the_smaller_of_two_pairs(string larger, string smaller, string because)
    {
        var ids = BpeOracle.Bytes(smaller);
        var inOrder = TKata.Train(Words((smaller, 3), (larger, 3)), 257).Merges;
        BpeAssert.Merges(inOrder, [(ids[0], ids[1])], because);
        var reversed = TKata.Train(Words((larger, 3), (smaller, 3)), 257).Merges;
        BpeAssert.Merges(reversed, [(ids[0], ids[1])], because + ", also when it comes second");
    }

    [Fact]
    public void Train_compares_ids_of_merges_as_numbers()
    {
        // After ab (256, 9 times) there are (z, z) and (256, c), 3 times each; spelled out, "abc" comes before "zz".
        BpeAssert.Merges(
            TKata.Train(Words(("ab", 6), ("abc", 3), ("zz", 3)), 258).Merges,
            [('a', 'b'), ('z', 'z')],
            "a merge has an id above every byte, so (122, 122) is smaller than (256, 99)");
    }

    [Fact]
    public void Train_does_not_depend_on_the_order_of_words()
        => Property.Holds(
            "words in another order give the same merges",
            seed: 31,
            BpeSamples.WordCounts,
            BpeSamples.Show,
            words =>
            {
                var sorted = words.OrderByDescending(word => word.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
                BpeAssert.Merges(TKata.Train(sorted, 290).Merges, TKata.Train(words, 290).Merges, "the merges with the words sorted");
            },
            BpeSamples.Smaller);

    [Fact]
    public void Train_gives_the_same_merges_again()
    {
        var words = Words(("abcabc", 2), ("cab", 3), ("bac", 2), ("ccaabb", 1));
        BpeAssert.Merges(TKata.Train(words, 300).Merges, TKata.Train(words, 300).Merges, "a second training on the same words");
    }

    [Fact]
    public void Train_breaks_ties_among_many_pairs()
    {
        // Twenty-six words, aA to zZ with letters far apart, all equally frequent: the merges come in the order of their pairs.
        var words = Enumerable.Range(0, 26).Select(i => (i * 11) % 26).ToDictionary(i => $"{(char)('a' + i)}{(char)('Z' - i)}", _ => 2);
        BpeAssert.Merges(
            TKata.Train(words, 1000).Merges,
            [.. Enumerable.Range(0, 26).Select(i => ('a' + i, 'Z' - i))],
            "pairs that all occur twice are merged from the smallest to the largest");
    }
}
