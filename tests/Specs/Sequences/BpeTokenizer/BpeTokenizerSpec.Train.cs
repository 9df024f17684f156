using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Training: what is counted and what is merged.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Fact]
    public void Train_learns_the_merges_of_a_small_dictionary()
    {
        // The words of Sennrich et al. 2016, without their end mark. (w, e) has 8 occurrences at first, but 6 of them end with est.
        BpeAssert.Merges(
            TKata.Train(Words(("low", 5), ("lower", 2), ("newest", 6), ("widest", 3)), 1000).Merges,
            [
                ('e', 's'), // 256 es: 6 + 3 occurrences, as (s, t), which is the larger pair
                (256, 't'), // 257 est: 9
                ('l', 'o'), // 258 lo: 5 + 2, as (o, w)
                (258, 'w'), // 259 low: 7
                ('e', 'w'), // 260 ew: 6, as (n, e) and (w, est)
                ('n', 260), // 261 new: 6, as (ew, est)
                (261, 257), // 262 newest: 6
                ('d', 257), // 263 dest: 3, as (i, d) and (w, i)
                ('i', 263), // 264 idest: 3, as (w, i)
                ('w', 264), // 265 widest: 3
                ('e', 'r'), // 266 er: 2, as (low, e)
                (259, 266), // 267 lower: 2, and no pair is left
            ],
            "the merges of low 5, lower 2, newest 6, widest 3");
    }

    [Fact]
    public void Train_finds_the_merges_of_a_text_with_runs()
    {
        // aaabdaaabac: aa and ab twice each without overlap, aa is smaller: Z. In ZabdZabac (Z, a) and ab are equal, ab is smaller: Y.
        // In ZYdZYac (Z, Y) twice.
        BpeAssert.Merges(
            TKata.Train(Words(("aaabdaaabac", 1)), 259).Merges,
            [('a', 'a'), ('a', 'b'), (256, 257)],
            "the merges of aaabdaaabac");
    }

    [Fact]
    public void Train_counts_a_word_as_often_as_it_occurs()
        => BpeAssert.Merges(
            TKata.Train(Words(("abc", 1), ("abd", 1), ("abe", 1), ("xy", 4)), 257).Merges,
            [('x', 'y')],
            "xy, in one word that occurs 4 times, is more frequent than ab, in three words that occur once each");

    [Fact]
    public void Train_counts_every_occurrence_in_a_word()
        => BpeAssert.Merges(
            TKata.Train(Words(("xyzxyzxy", 2), ("abc", 5)), 257).Merges,
            [('x', 'y')],
            "xy, three times in a word that occurs twice, is more frequent than ab, once in a word that occurs 5 times");

    [Theory]
    [InlineData("aaa", 1)]
    [InlineData("aaaa", 2)]
    [InlineData("aaaaa", 2)]
    [InlineData("aaaaaa", 3)]
    [InlineData("aaabaaa", 2)]
    public void Train_counts_occurrences_that_do_not_overlap(string run, int occurrences)
    {
        // The run occurs 10 times; one pair occurs just more often than the runs' pair, another just less often.
        var more = TKata.Train(Words((run, 10), ("xy", (10 * occurrences) + 1)), 257).Merges;
        BpeAssert.Merges(more, [('x', 'y')], $"{run} holds (a, a) {occurrences} time(s), so a pair that occurs more often wins");
        var less = TKata.Train(Words((run, 10), ("xy", (10 * occurrences) - 1)), 257).Merges;
        BpeAssert.Merges(less, [('a', 'a')], $"{run} holds (a, a) {occurrences} time(s), so a pair that occurs less often does not win");
    }

    [Fact]
    public void Train_replaces_from_left_to_right()
    {
        BpeAssert.Merges(
            TKata.Train(Words(("aaa", 9)), 1000).Merges,
            [('a', 'a'), (256, 'a')],
            "aaa becomes aa a, not a aa");

        // aa aa a: (aa, a) and (aa, aa) are left, 9 times each, and (256, 97) is smaller than (256, 256).
        BpeAssert.Merges(
            TKata.Train(Words(("aaaaa", 9)), 1000).Merges,
            [('a', 'a'), (256, 'a'), (256, 257)],
            "aaaaa becomes aa aa a, each letter in one merge only");
    }

    [Fact]
    public void Train_replaces_every_occurrence()
        => BpeAssert.Merges(
            TKata.Train(Words(("abab", 5), ("xab", 1)), 1000).Merges,
            [('a', 'b'), (256, 256)],
            "each ab of abab becomes one symbol, and so does that of xab");

    [Fact]
    public void Train_forms_no_pair_across_words()
    {
        BpeAssert.Merges(
            TKata.Train(Words(("ab", 5)), 1000).Merges,
            [('a', 'b')],
            "ab 5 times is five words, not the text ababababab: after ab nothing is left to merge");
        BpeAssert.Merges(
            TKata.Train(Words(("a", 9), ("b", 9), (" a", 1)), 1000).Merges,
            [],
            "words of one byte hold no pair, whatever stands beside them");
    }

    [Fact]
    public void Train_takes_each_key_as_one_word()
        => BpeAssert.Merges(
            TKata.Train(Words(("a b", 3)), 1000).Merges,
            [(' ', 'b'), ('a', 256)],
            "a key with a space in it is one word all the same");

    [Fact]
    public void Train_works_on_bytes()
    {
        // 你 is E4 BD A0. Both pairs occur twice, and (BD, A0) is smaller than (E4, BD).
        BpeAssert.Merges(
            TKata.Train(Words(("你", 2)), 1000).Merges,
            [(0xBD, 0xA0), (0xE4, 256)],
            "a character of three bytes starts as three ids");

        // 😀 is F0 9F 98 80: 98 80 is the smallest of three pairs.
        BpeAssert.Merges(
            TKata.Train(Words(("😀", 2)), 1000).Merges,
            [(0x98, 0x80), (0x9F, 256), (0xF0, 257)],
            "a character of two code units starts as its four bytes of UTF-8");
    }

    [Fact]
    public void Train_tells_ids_apart_from_their_digits_and_letters()
    {
        // Written down, the ids of kb are "107 98" and hold the text "7 98".
        BpeAssert.Merges(
            TKata.Train(Words(("\u0007b", 5), ("kb", 3)), 1000).Merges,
            [(7, 'b'), ('k', 'b')],
            "the pair (7, 98) does not occur in 107 98");

        // ba 9 + 3 times, then ab 5 times; (ba) b, 3 times, does not hold the pair (a, b) although ba ends with a.
        BpeAssert.Merges(
            TKata.Train(Words(("ba", 9), ("bab", 3), ("ab", 5)), 1000).Merges,
            [('b', 'a'), ('a', 'b'), (256, 'b')],
            "the pair (a, b) does not occur in (ba) b");
    }

    [Fact]
    public void Train_takes_surrogates_without_partner_for_replacement_characters()
    {
        // Each word becomes EF BF BD 78 (U+FFFD, x), so each of the three pairs occurs twice.
        BpeAssert.Merges(
            TKata.Train(Words(("\uD800x", 1), ("\uDC00x", 1)), 257).Merges,
            [(0xBD, 'x')],
            "a surrogate without partner is U+FFFD, whichever it is");
    }

    [Fact]
    public void Train_ignores_words_that_do_not_occur()
        => BpeAssert.Merges(
            TKata.Train(Words(("abab", 0), ("cd", 2)), 1000).Merges,
            [('c', 'd')],
            "a word with count 0 counts for nothing");

    [Fact]
    public void Train_follows_the_definition_for_any_words()
        => Property.Holds(
            "training learns what counting everything again for each merge learns",
            seed: 21,
            BpeSamples.WordCounts,
            BpeSamples.Show,
            words => BpeAssert.Merges(TKata.Train(words, 290).Merges, BpeOracle.Train(words, 34), "merges by rank"),
            BpeSamples.Smaller,
            cases: 300);

    [Fact]
    public void Train_leaves_the_words_alone()
    {
        var words = Words(("low", 5), ("lower", 2), ("none", 0));
        TKata.Train(words, 1000);
        BpeAssert.Counts(words, Words(("low", 5), ("lower", 2), ("none", 0)), "Train must not change the dictionary that it is given");
    }

    [Fact]
    public void Train_returns_a_tokenizer_that_works()
        => Property.Holds(
            "a trained tokenizer encodes with its merges and decodes to the text",
            seed: 22,
            BpeSamples.WordCounts,
            BpeSamples.Show,
            words =>
            {
                var trained = TKata.Train(words, 280, ["<s>"]);
                var text = string.Concat(words.Keys) + "<s>";
                BpeAssert.Ids(trained.Encode(text), BpeOracle.Encode(text, trained.Merges), $"the ids of {BpeAssert.Show(text)}");
                BpeAssert.Text(trained.Decode(trained.Encode(text, allowSpecialTokens: true)), text, "what comes back");
            },
            BpeSamples.Smaller);
}
