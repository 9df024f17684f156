using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>From text to ids, without special tokens.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData("low")]
    [InlineData(" a b  c\n")]
    [InlineData("é")]
    [InlineData("你好")]
    [InlineData("😀👩\u200D🚀")]
    [InlineData("\uFEFFa\u00ADe\u0301")]
    [InlineData("\u007F\u0080\u00FF\u0100\u07FF\u0800\uFFFD")]
    public void Encode_starts_from_the_bytes_of_UTF8(string text)
        => BpeAssert.Ids(Of().Encode(text), BpeOracle.Bytes(text), "without merges the ids are the bytes of the text in UTF-8");

    [Fact]
    public void Encode_takes_surrogates_without_partner_for_replacement_characters()
    {
        var tokenizer = Of();
        BpeAssert.Ids(tokenizer.Encode("\uD83D"), [0xEF, 0xBF, 0xBD], "a high surrogate alone is U+FFFD");
        BpeAssert.Ids(tokenizer.Encode("a\uDE00b"), ['a', 0xEF, 0xBF, 0xBD, 'b'], "a low surrogate alone is U+FFFD");
        BpeAssert.Ids(tokenizer.Encode("\uDE00\uD83D"), [0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD], "surrogates in the wrong order are no pair");
        BpeAssert.Ids(tokenizer.Encode("\uD83D\uD83D\uDE00"), [0xEF, 0xBF, 0xBD, 0xF0, 0x9F, 0x98, 0x80], "a surrogate too many is U+FFFD");
    }

    [Fact]
    public void Encode_applies_the_lowest_rank_first()
    {
        BpeAssert.Ids(Of(('a', 'b'), ('b', 'c')).Encode("abc"), [256, 'c'], "ab has a lower rank than bc, which stands further right");
        BpeAssert.Ids(Of(('b', 'c'), ('a', 'b')).Encode("abc"), ['a', 256], "bc has a lower rank than ab, which stands further left");
        BpeAssert.Ids(
            Of(('b', 'c'), ('a', 'b'), ('c', 'd')).Encode("abcd"),
            ['a', 256, 'd'],
            "bc, in the middle, has a lower rank than ab and cd");
        BpeAssert.Ids(
            Of(('b', 'c'), ('a', 'b'), ('a', 256)).Encode("abc"),
            [258],
            "once bc is merged, a stands before bc and no longer before b");
    }

    [Fact]
    public void Encode_goes_by_rank_and_not_by_length()
    {
        // abc is the token 259, but cd is merged before abc is reached.
        BpeAssert.Ids(
            Of(('a', 'b'), ('b', 'c'), ('c', 'd'), (256, 'c')).Encode("abcd"),
            [256, 258],
            "ab (rank 0), then cd (rank 2), although abc (rank 3) would be longer");

        // bcd is the token 258, made from bc and d, and bc never comes about.
        BpeAssert.Ids(
            Of(('a', 'b'), ('b', 'c'), (257, 'd')).Encode("abcd"),
            [256, 'c', 'd'],
            "once ab is merged no b is left for bcd, although bcd is a token");
    }

    [Fact]
    public void Encode_merges_what_merges_have_made()
        => BpeAssert.Ids(
            Of(('l', 'o'), (256, 'w'), ('e', 'r'), (257, 258), (' ', 259)).Encode("lower lower low"),
            [259, 260, ' ', 257],
            "merges of merges are applied until no two neighbours are a merge");

    [Theory]
    [InlineData("aa", new[] { 256 })]
    [InlineData("aaa", new[] { 256, 97 })]
    [InlineData("aaaa", new[] { 257 })]
    [InlineData("aaaaa", new[] { 257, 97 })]
    [InlineData("aaaaaaa", new[] { 257, 256, 97 })]
    [InlineData("baaab", new[] { 98, 256, 97, 98 })]
    public void Encode_merges_occurrences_from_left_to_right(string text, int[] ids)
        => BpeAssert.Ids(
            Of(('a', 'a'), (256, 256)).Encode(text), ids, $"in {text} each letter goes into one merge, and the left ones go first");

    [Fact]
    public void Encode_forms_no_token_across_words()
    {
        var tokenizer = Of(('a', ' '), (' ', 'b'), ('\n', 'c'), (' ', ' '), ('a', 257));
        BpeAssert.Ids(tokenizer.Encode("a b"), ['a', 257], "a and \" b\" are two words");
        BpeAssert.Ids(tokenizer.Encode("a\nc"), ['a', '\n', 'c'], "a line break and the word after it are two words");
        BpeAssert.Ids(tokenizer.Encode("b   b"), ['b', 259, 257], "of three spaces two are a word and the third begins the next one");
        BpeAssert.Ids(tokenizer.Encode("a "), ['a', ' '], "a space at the end is a word of its own");
    }

    [Fact]
    public void Encode_tells_ids_apart_from_their_digits_and_letters()
    {
        // Ids written down: 107 98 holds the text "7 98", 198 holds "98".
        BpeAssert.Ids(Of((7, 'b')).Encode("kb"), ['k', 'b'], "the pair (7, 98) does not occur in 107 98");
        BpeAssert.Ids(Of(('a', 9)).Encode("a\u0061b"), ['a', 'a', 'b'], "the pair (97, 9) does not occur in 97 97 98");
        BpeAssert.Ids(Of(('b', 'a'), ('a', 'b')).Encode("bab"), [256, 'b'], "(a, b) does not occur in (ba) b, although ba ends with a");
        BpeAssert.Ids(Of(('a', 'b'), ('b', 'c')).Encode("abc"), [256, 'c'], "(b, c) does not occur in (ab) c, although ab ends with b");
        BpeAssert.Ids(Of(('x', 'y'), ('b', 0)).Encode("axy"), ['a', 256], "97 · 256 + 256 is 98 · 256 + 0, but (97, 256) is not (98, 0)");
        BpeAssert.Ids(Of(('1', '2'), ('2', '3')).Encode("123 12 23"), [256, '3', ' ', 256, ' ', 257], "digits are letters like others");
    }

    [Fact]
    public void Encode_tells_ids_apart_that_spell_the_same()
    {
        // 258 is ab c, 259 is a bc. In abc the merge ab comes first, so that only 258 can come about.
        BpeAssert.Ids(
            Of(('a', 'b'), ('b', 'c'), (256, 'c'), ('a', 257), (259, 'd'), (258, 'd')).Encode("abc abcd"),
            [258, ' ', 261],
            "abc is the merge of ab and c here, not that of a and bc, which spells the same");
    }

    [Fact]
    public void Encode_merges_within_a_character()
        => BpeAssert.Ids(
            Of((0x9F, 0x98), (256, 0x80), (0xBD, 0xA0)).Encode("😀你é"),
            [0xF0, 257, 0xE4, 258, 0xC3, 0xA9],
            "merges join bytes, whether they are a character or not");

    [Fact]
    public void Encode_of_an_empty_text_is_empty() => BpeAssert.Ids(Of(('a', 'b')).Encode(""), [], "an empty text has no ids");

    [Fact]
    public void Encode_undoes_the_training_step_by_step()
        => Property.Holds(
            "the lowest rank first gives what replaying the merges in their order gives",
            seed: 41,
            from merges in BpeSamples.Merges from text in BpeSamples.Letters select (Merges: merges, Text: text),
            sample => $"{BpeAssert.Show(sample.Text)} with {BpeSamples.Show(sample.Merges)}",
            sample => BpeAssert.Ids(
                TKata.FromMerges(sample.Merges).Encode(sample.Text), BpeOracle.Encode(sample.Text, sample.Merges), "the ids"),
            Smaller,
            cases: 600);

    [Fact]
    public void Encode_and_back_is_the_text()
        => Property.Holds(
            "a text, encoded and decoded, is the text with U+FFFD for surrogates without partner",
            seed: 42,
            from merges in BpeSamples.Merges from text in BpeSamples.Texts select (Merges: merges, Text: text),
            sample => $"{BpeAssert.Show(sample.Text)} with {BpeSamples.Show(sample.Merges)}",
            sample =>
            {
                var tokenizer = TKata.FromMerges(sample.Merges);
                BpeAssert.Text(tokenizer.Decode(tokenizer.Encode(sample.Text)), BpeOracle.WellFormed(sample.Text), "what comes back");
            },
            Smaller,
            cases: 300);

    [Fact]
    public void Encode_of_a_part_does_not_depend_on_earlier_calls()
    {
        var tokenizer = Of(('a', 'b'), (256, 'c'), (' ', 'a'));
        var first = tokenizer.Encode("abc ab abc");
        var before = first.ToArray();
        tokenizer.Encode("ab ababab c");
        BpeAssert.Ids(first, before, "a later call must not change the ids of an earlier one");
        BpeAssert.Ids(tokenizer.Encode("abc ab abc"), before, "the same text gives the same ids again");
    }

    [Fact]
    public void Encode_takes_a_long_word()
    {
        // 4001 letters without a space: 1000 times aaaa and one more.
        var ids = Of(('a', 'a'), (256, 256), ('b', 'c')).Encode(new string('a', 4001));
        BpeAssert.Ids(ids, [.. Enumerable.Repeat(257, 1000), 'a'], "a word of 4001 letters");
    }

    [Fact]
    public void Encode_rejects_null()
    {
        var tokenizer = Of();
        Rejects.Null("text", () => tokenizer.Encode(null!));
        Rejects.Null("text", () => tokenizer.Encode(null!, allowSpecialTokens: true));
    }

    private static IEnumerable<(IReadOnlyList<(int Left, int Right)> Merges, string Text)> Smaller(
        (IReadOnlyList<(int Left, int Right)> Merges, string Text) sample)
    {
        foreach (var text in BpeSamples.Smaller(sample.Text))
        {
            yield return (sample.Merges, text);
        }

        if (sample.Merges.Count > 0)
        {
            yield return ([.. sample.Merges.SkipLast(1)], sample.Text);
        }
    }
}
