using System.Text;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>From ids to text.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData("é")]
    [InlineData("你好，世界")]
    [InlineData("😀")]
    [InlineData("a😀é你")]
    [InlineData("👩\u200D🚀")]
    [InlineData("e\u0301")]
    public void Decode_joins_the_bytes_before_it_reads_characters(string text)
        => BpeAssert.Text(
            Of().Decode(BpeOracle.Bytes(text)), text, "a character whose bytes are spread over several ids comes back whole");

    [Fact]
    public void Decode_reads_characters_across_merges()
    {
        // F0 9F 98 80 as 9F 98 between two bytes; then 41 F0 in one id.
        BpeAssert.Text(Of((0x9F, 0x98)).Decode([0xF0, 256, 0x80]), "😀", "a merge may hold the middle of a character");
        BpeAssert.Text(Of(('A', 0xF0), (0x80, 'B')).Decode([256, 0x9F, 0x98, 257]), "A😀B", "a merge may end or begin within a character");
    }

    [Fact]
    public void Decode_spells_out_merges_of_merges()
        => BpeAssert.Text(
            Of(('a', 'b'), (256, 'c'), ('x', 257), (258, 256)).Decode([259, 258, 257, 256, 'z']),
            "xabcab" + "xabc" + "abc" + "ab" + "z",
            "an id stands for the bytes of its left part followed by those of its right part");

    [Fact]
    public void Decode_maps_each_byte_to_itself()
    {
        var tokenizer = Of();
        for (var value = 0; value < 128; value++)
        {
            BpeAssert.Text(tokenizer.Decode([value]), $"{(char)value}", $"id {value} is the byte {value:X2}, a character of ASCII");
        }

        // Bytes 80 to BF follow another one: after C2 they make U+0080 to U+00BF, after C3 U+00C0 to U+00FF.
        for (var value = 0x80; value < 0xC0; value++)
        {
            BpeAssert.Text(tokenizer.Decode([0xC2, value]), $"{(char)value}", $"ids C2 {value:X2} (hexadecimal) are one character");
            BpeAssert.Text(tokenizer.Decode([0xC3, value]), $"{(char)(value + 0x40)}", $"ids C3 {value:X2} (hexadecimal) are one character");
        }

        // The lead bytes: C4 to DF of two, E1 to EC of three, F1 to F3 of four.
        foreach (var lead in Enumerable.Range(0xC4, 0x1C).Concat(Enumerable.Range(0xE1, 12)).Concat(Enumerable.Range(0xF1, 3)))
        {
            int[] ids = [lead, .. Enumerable.Repeat(0x80, lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3)];
            var text = Encoding.UTF8.GetString([.. ids.Select(id => (byte)id)]);
            BpeAssert.Text(tokenizer.Decode(ids), text, $"id {lead:X2} (hexadecimal) is a byte that leads a character");
        }
    }

    [Fact]
    public void Decode_replaces_bytes_that_are_not_UTF8()
    {
        var tokenizer = Of();
        void Replaced(string text, params int[] ids)
            => BpeAssert.Text(tokenizer.Decode(ids), text, $"the bytes {string.Join(' ', ids.Select(id => id.ToString("X2")))}");

        Replaced("\uFFFD", 0x80);
        Replaced("\uFFFD", 0xFF);
        Replaced("\uFFFD\uFFFD", 0x80, 0xBF);
        Replaced("a\uFFFDb", 'a', 0xC3, 'b'); // the first byte of two
        Replaced("\uFFFD", 0xE4, 0xBD); // the first two bytes of three make one replacement
        Replaced("\uFFFDa", 0xF0, 0x9F, 0x98, 'a'); // the first three bytes of four
        Replaced("\uFFFD你", 0xE4, 0xE4, 0xBD, 0xA0);
        Replaced("\uFFFD\uFFFD", 0xC0, 0x80); // zero spelled with two bytes
        Replaced("\uFFFD\uFFFD\uFFFD", 0xED, 0xA0, 0x80); // a surrogate spelled as three bytes
        Replaced("\uFFFD\uFFFD\uFFFD\uFFFD", 0xF4, 0x90, 0x80, 0x80); // above U+10FFFF
    }

    [Fact]
    public void Decode_keeps_characters_that_one_cannot_see()
    {
        var tokenizer = Of();
        foreach (var text in (string[])["\uFEFFa", "a\0b", "\0", "\r\n", "a\u00ADb", "\u200D", "\uFFFD", " ", "a\u0301\u0301"])
        {
            BpeAssert.Text(tokenizer.Decode(BpeOracle.Bytes(text)), text, "no character is dropped, trimmed or normalised");
        }
    }

    [Fact]
    public void Decode_of_no_ids_is_empty() => BpeAssert.Text(Of(('a', 'b')).Decode([]), "", "no ids give an empty text");

    [Fact]
    public void Decode_gives_special_tokens_as_their_text()
    {
        var tokenizer = TKata.FromMerges([('a', 'b')], ["<s>", "你 \u00AD"]);
        BpeAssert.Text(tokenizer.Decode([257, 256, 258, 'c', 257]), "<s>ab你 \u00ADc<s>", "special tokens decode to their text");
        BpeAssert.Text(
            tokenizer.Decode([0xE4, 257, 0xBD, 0xA0]),
            "\uFFFD<s>\uFFFD\uFFFD",
            "bytes on the two sides of a special token are no character together");
    }

    [Fact]
    public void Decode_leaves_its_input_alone()
    {
        List<int> ids = [257, 256, 'c'];
        var tokenizer = Of(('a', 'b'), (256, 'c'));
        BpeAssert.Text(tokenizer.Decode(ids), "abcabc", "the text");
        BpeAssert.Ids(ids, [257, 256, 'c'], "Decode must not change the ids that it is given");
        BpeAssert.Text(tokenizer.Decode(ids), "abcabc", "the text of the same ids decoded again");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(259)]
    [InlineData(260)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Decode_rejects_ids_out_of_the_vocabulary(int id)
    {
        var tokenizer = TKata.FromMerges([('a', 'b'), (256, 'c')], ["<s>"]);
        Rejects.Argument("ids", $"id {id} in a vocabulary of 259 tokens", () => tokenizer.Decode(['a', id]));
        BpeAssert.Text(tokenizer.Decode([258]), "<s>", "the last id of the vocabulary is a good one");
    }

    [Fact]
    public void Decode_rejects_an_id_beyond_a_vocabulary_of_bytes()
    {
        Rejects.Argument("ids", "id 256 in a vocabulary of 256 tokens", () => Of().Decode([256]));
        Rejects.Argument("ids", "id −256 in a vocabulary of 256 tokens", () => Of().Decode([-256, 'a']));
    }

    [Fact]
    public void Decode_rejects_null()
    {
        var tokenizer = Of();
        Rejects.Null("ids", () => tokenizer.Decode(null!));
    }
}
