using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Training: how many merges there is room for, and when it stops early.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(258)]
    [InlineData(261)]
    [InlineData(265)]
    public void Train_fills_the_vocabulary_and_no_more(int vocabularySize)
    {
        var words = Words(("low", 5), ("lower", 2), ("newest", 6), ("widest", 3));
        var merges = TKata.Train(words, vocabularySize).Merges;
        Close.To(merges.Count, vocabularySize - 256, $"the number of merges in a vocabulary of {vocabularySize} tokens, 256 of them bytes");
        BpeAssert.Merges(
            merges,
            [.. TKata.Train(words, 1000).Merges.Take(vocabularySize - 256)],
            "the merges of a smaller vocabulary are the first ones of a larger vocabulary");
    }

    [Theory]
    [InlineData("abc", 1)]
    [InlineData("aaa", 1)]
    [InlineData("", 7)]
    [InlineData("a", 7)]
    public void Train_learns_nothing_where_no_pair_repeats(string word, int count)
        => BpeAssert.Merges(
            TKata.Train(Words((word, count)), 1000).Merges, [], $"in {BpeAssert.Show(word)}, {count} time(s), no pair occurs twice");

    [Fact]
    public void Train_stops_when_no_pair_occurs_twice()
    {
        BpeAssert.Merges(
            TKata.Train(Words(("abab", 1)), 1000).Merges,
            [('a', 'b')],
            "abab holds ab twice, and then (ab, ab) only once");
        BpeAssert.Merges(
            TKata.Train(Words(("ab", 2), ("cdef", 1)), 1000).Merges,
            [('a', 'b')],
            "two occurrences are enough, one is not");
        BpeAssert.Merges(TKata.Train(Words(), 1000).Merges, [], "without words there is nothing to learn");
    }

    [Fact]
    public void Train_keeps_room_for_special_tokens()
    {
        // Of 260 tokens 256 are bytes and 2 are special, so 2 are merges; abcdef would give 5.
        var trained = TKata.Train(Words(("abcdef", 3)), 260, ["<s>", "</s>"]);
        BpeAssert.Merges(trained.Merges, [('a', 'b'), ('c', 'd')], "special tokens take their place from the merges");
        BpeAssert.Ids(trained.Encode("<s></s>", allowSpecialTokens: true), [258, 259], "special tokens follow the last merge");
        var full = TKata.Train(Words(("abcdef", 3)), 258, ["<s>", "</s>"]);
        BpeAssert.Merges(full.Merges, [], "256 bytes and 2 special tokens leave no room for merges in a vocabulary of 258");
    }

    [Fact]
    public void Train_numbers_special_tokens_after_the_merges_that_it_learned()
    {
        // ab is all there is to learn, so the special token is 257 although 1000 tokens were asked for.
        var trained = TKata.Train(Words(("ab", 3)), 1000, ["<s>"]);
        BpeAssert.Ids(
            trained.Encode("ab<s>", allowSpecialTokens: true), [256, 257], "a special token follows the last merge that was learned");
    }
}
