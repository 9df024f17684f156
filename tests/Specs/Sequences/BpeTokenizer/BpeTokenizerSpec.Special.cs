using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Special tokens in text.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Fact]
    public void Encode_takes_special_tokens_for_text_unless_they_are_allowed()
    {
        var tokenizer = TKata.FromMerges([('<', 's'), ('s', '>')], ["<s>"]);
        BpeAssert.Ids(tokenizer.Encode("a<s>"), ['a', 256, '>'], "text from strangers must not turn into special tokens by itself");
        BpeAssert.Ids(tokenizer.Encode("a<s>", allowSpecialTokens: false), ['a', 256, '>'], "special tokens that are not allowed are text");
        BpeAssert.Ids(tokenizer.Encode("a<s>", allowSpecialTokens: true), ['a', 258], "special tokens that are allowed become their ids");
    }

    [Fact]
    public void Encode_finds_special_tokens_wherever_they_stand()
    {
        var tokenizer = TKata.FromMerges([('a', 'b')], ["<s>", "</s>"]);
        void Encodes(string text, params int[] ids)
            => BpeAssert.Ids(tokenizer.Encode(text, allowSpecialTokens: true), ids, $"{text}, with <s> = 257 and </s> = 258");

        Encodes("<s>", 257);
        Encodes("</s>", 258);
        Encodes("<s>ab</s>", 257, 256, 258);
        Encodes("<s><s></s>", 257, 257, 258);
        Encodes("ab<s>ab", 256, 257, 256);
        Encodes("a<s>b", 'a', 257, 'b');
        Encodes("<s", '<', 's');
        Encodes("<<s>>", '<', 257, '>');
        Encodes("a<s></s", 'a', 257, '<', '/', 's');
        Encodes("ab", 256);
        Encodes("");
    }

    [Fact]
    public void Encode_takes_each_piece_between_special_tokens_as_a_text_of_its_own()
    {
        var tokenizer = TKata.FromMerges([(' ', 'b'), ('a', 'b'), (' ', '\n'), (' ', ' ')], ["<s>"]);
        BpeAssert.Ids(
            tokenizer.Encode("a <s>b<s> b", allowSpecialTokens: true),
            ['a', ' ', 260, 'b', 260, 256],
            "words end at a special token, and begin after it");
        BpeAssert.Ids(
            tokenizer.Encode("ab <s>\nb", allowSpecialTokens: true),
            [257, ' ', 260, '\n', 'b'],
            "no word runs through a special token");
        BpeAssert.Ids(
            tokenizer.Encode("a  <s>b", allowSpecialTokens: true),
            ['a', 259, 260, 'b'],
            "two spaces before a special token are one word, for no word follows that could take the second one");
    }

    [Theory]
    [InlineData("<s>", "<s>>")]
    [InlineData("<s>>", "<s>")]
    public void Encode_prefers_the_longer_of_two_special_tokens_at_one_place(string first, string second)
    {
        var tokenizer = TKata.FromMerges([], [first, second]);
        var (shorter, longer) = first.Length < second.Length ? (256, 257) : (257, 256);
        BpeAssert.Ids(
            tokenizer.Encode("<s>><s>", allowSpecialTokens: true),
            [longer, shorter],
            $"of {first} and {second}, which begin at the same place, the longer one wins, in whatever order they are given");
    }

    [Fact]
    public void Encode_searches_special_tokens_from_left_to_right()
    {
        var tokenizer = TKata.FromMerges([], ["bcd", "ab", "d"]);
        BpeAssert.Ids(
            tokenizer.Encode("abcd bcd", allowSpecialTokens: true),
            [257, 'c', 258, ' ', 256],
            "ab begins before bcd, so bcd is no longer there, whichever is longer or given first");
    }

    [Fact]
    public void Encode_finds_special_tokens_with_spaces_and_wide_characters()
    {
        var tokenizer = TKata.FromMerges([('x', 'a')], ["<| end |>", " 你\n", "😀"]);
        BpeAssert.Ids(
            tokenizer.Encode("a <| end |> 你\n😀😁", allowSpecialTokens: true),
            ['a', ' ', 257, 258, 259, 0xF0, 0x9F, 0x98, 0x81],
            "a special token may hold any characters");
    }

    [Fact]
    public void Encode_compares_special_tokens_by_code_units()
    {
        var tokenizer = TKata.FromMerges([], ["bc", "#", "\u00E9", "SS"]);
        foreach (var text in (string[])["ab\u00ADc", "b\u200Dc", "b\0c", "BC", "e\u0301", "ß", "ss", "\uFF03", "b\uFEFFc"])
        {
            BpeAssert.Ids(
                tokenizer.Encode(text, allowSpecialTokens: true),
                BpeOracle.Bytes(text),
                $"{BpeAssert.Show(text)} holds no special token, although a culture may think so");
        }

        BpeAssert.Ids(
            tokenizer.Encode("\u200D#\u00ADbc", allowSpecialTokens: true),
            [0xE2, 0x80, 0x8D, 257, 0xC2, 0xAD, 256],
            "special tokens beside characters that one cannot see are found where they stand");
    }

    [Fact]
    public void Encode_takes_the_characters_of_special_tokens_literally()
    {
        var tokenizer = TKata.FromMerges([], ["[.*]", "a|b", "\\d", "$"]);
        BpeAssert.Ids(
            tokenizer.Encode("[.*].xa|ba\\d5$", allowSpecialTokens: true),
            [256, '.', 'x', 257, 'a', 258, '5', 259],
            "a special token is a text, not a pattern");
    }

    [Fact]
    public void Encode_and_back_is_the_text_with_special_tokens_too()
        => Property.Holds(
            "a text with special tokens, encoded and decoded, is the text",
            seed: 51,
            from merges in BpeSamples.Merges
            from parts in BpeSamples.Letters.ArrayOf(3)
            select (Merges: merges, Text: string.Join("<|ab|>", parts)),
            sample => $"{BpeAssert.Show(sample.Text)} with {BpeSamples.Show(sample.Merges)}",
            sample =>
            {
                var tokenizer = TKata.FromMerges(sample.Merges, ["<|ab|>"]);
                var ids = tokenizer.Encode(sample.Text, allowSpecialTokens: true);
                int[] expected =
                [
                    .. sample.Text.Split("<|ab|>")
                        .SelectMany((part, i) => i == 0
                            ? BpeOracle.Encode(part, sample.Merges)
                            : BpeOracle.Encode(part, sample.Merges).Prepend(256 + sample.Merges.Count)),
                ];
                BpeAssert.Ids(ids, expected, "the ids");
                BpeAssert.Text(tokenizer.Decode(ids), sample.Text, "what comes back");
            },
            Smaller);
}
