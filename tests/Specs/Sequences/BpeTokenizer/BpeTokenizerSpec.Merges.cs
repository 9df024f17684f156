using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>A tokenizer from given merges: what it holds, and that it holds it for good.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Fact]
    public void Merges_are_those_that_were_given()
    {
        BpeAssert.Merges(Of(('b', 'c'), ('a', 256), ('a', 'b')).Merges, [('b', 'c'), ('a', 256), ('a', 'b')], "merges keep their ranks");
        BpeAssert.Merges(Of().Merges, [], "a tokenizer of bytes has no merges");
    }

    [Fact]
    public void VocabularySize_counts_bytes_merges_and_special_tokens()
    {
        (int Left, int Right)[] merges = [('a', 'b'), ('b', 'c'), (256, 'c')];
        Close.To(Of().VocabularySize, 256, "the size of a vocabulary of bytes alone");
        Close.To(Of(merges).VocabularySize, 259, "the size of a vocabulary of 256 bytes and 3 merges");
        Close.To(TKata.FromMerges(merges, null).VocabularySize, 259, "the size of a vocabulary without special tokens");
        Close.To(TKata.FromMerges([], ["<s>", "</s>"]).VocabularySize, 258, "the size of a vocabulary of 256 bytes and 2 special tokens");
        Close.To(TKata.FromMerges(merges, ["<s>"]).VocabularySize, 260, "the size of a vocabulary of 3 merges and 1 special token");
    }

    [Fact]
    public void VocabularySize_after_training_counts_what_was_learned()
    {
        var words = Words(("abcdef", 3));
        Close.To(TKata.Train(words, 259, ["<s>"]).VocabularySize, 259, "the size of a vocabulary that training fills");
        Close.To(TKata.Train(words, 1000, ["<s>"]).VocabularySize, 262, "the size after an early stop: 5 merges, 1 special token");
    }

    [Fact]
    public void FromMerges_copies_its_lists()
    {
        List<(int Left, int Right)> merges = [('a', 'b'), ('c', 'd')];
        List<string> specialTokens = ["<s>", "</s>"];
        var tokenizer = TKata.FromMerges(merges, specialTokens);
        (merges[0], specialTokens[0]) = (('c', 'c'), "cd");
        merges.Add(('x', 'y'));
        specialTokens.Clear();
        BpeAssert.Merges(tokenizer.Merges, [('a', 'b'), ('c', 'd')], "a tokenizer does not follow later changes of the list of merges");
        BpeAssert.Ids(
            tokenizer.Encode("abcd<s>xy", allowSpecialTokens: true),
            [256, 257, 258, 'x', 'y'],
            "a tokenizer does not follow later changes of its lists");
    }

    [Fact]
    public void FromMerges_leaves_its_lists_alone()
    {
        List<(int Left, int Right)> merges = [('c', 'd'), ('a', 'b')];
        List<string> specialTokens = ["<s>", "<s>s"];
        TKata.FromMerges(merges, specialTokens).Encode("abcd<s>", allowSpecialTokens: true);
        BpeAssert.Merges(merges, [('c', 'd'), ('a', 'b')], "FromMerges must not change the list of merges");
        BpeAssert.Words(specialTokens, ["<s>", "<s>s"], "FromMerges must not change the list of special tokens");
    }

    [Fact]
    public void FromMerges_takes_merges_that_spell_the_same()
    {
        // 258 and 259 both spell abc.
        var tokenizer = Of(('a', 'b'), ('b', 'c'), (256, 'c'), ('a', 257));
        BpeAssert.Text(tokenizer.Decode([258, 259]), "abcabc", "both tokens decode");
    }

    [Fact]
    public void FromMerges_takes_the_largest_id_that_exists()
    {
        var tokenizer = Of((0, 255), (256, 256), (257, 256), (258, 258));
        BpeAssert.Text(
            tokenizer.Decode([259]), string.Concat(Enumerable.Repeat("\0\uFFFD", 6)), "259 is six times byte 0 and byte 255");
    }

    [Fact]
    public void FromMerges_makes_tokenizers_that_share_nothing()
    {
        var first = TKata.FromMerges([('a', 'b'), ('x', 'y')], ["<s>"]);
        var second = TKata.FromMerges([('b', 'c'), ('c', 'a')], ["abc"]);
        BpeAssert.Ids(second.Encode("abc xy"), ['a', 256, ' ', 'x', 'y'], "the second tokenizer goes by its own merges");
        BpeAssert.Ids(
            first.Encode("abc<s>xy", allowSpecialTokens: true), [256, 'c', 258, 257], "the first tokenizer still goes by its own merges");
        BpeAssert.Ids(first.Encode("abc xy"), [256, 'c', ' ', 257], "the first tokenizer does not go by what the second one found");
        BpeAssert.Text(first.Decode([256]), "ab", "the first tokenizer still decodes its own ids");
    }

    [Theory]
    [InlineData(0, 256, "merge 0 names id 256, which it makes itself")]
    [InlineData(257, 0, "merge 0 names id 257, which no merge makes")]
    [InlineData(-1, 0, "merge 0 names id −1")]
    [InlineData(0, -256, "merge 0 names id −256")]
    [InlineData(int.MaxValue, int.MinValue, "merge 0 names ids out of all range")]
    public void FromMerges_rejects_ids_that_do_not_exist(int left, int right, string input)
        => Rejects.Argument("merges", input, () => TKata.FromMerges([(left, right)]));

    [Fact]
    public void FromMerges_rejects_ids_that_come_later()
    {
        Rejects.Argument("merges", "merge 1 names id 257, which it makes itself", () => Of(('a', 'b'), ('a', 257), ('c', 'd')));
        Rejects.Argument("merges", "merge 1 names id 258, which merge 2 makes", () => Of(('a', 'b'), (258, 'a'), ('c', 'd')));
        Rejects.Argument(
            "merges", "merge 0 names id 256, which is a special token before any merge", () => TKata.FromMerges([(256, 'a')], ["<s>"]));
    }

    [Fact]
    public void FromMerges_rejects_a_pair_that_stands_twice()
        => Rejects.Argument("merges", "(a, b) at ranks 0 and 2", () => Of(('a', 'b'), ('b', 'a'), ('a', 'b')));

    [Fact]
    public void FromMerges_rejects_special_tokens_without_text()
    {
        Rejects.Argument("specialTokens", "an empty special token", () => TKata.FromMerges([], ["<s>", ""]));
        Rejects.Argument("specialTokens", "a null special token", () => TKata.FromMerges([], [null!, "<s>"]));
    }

    [Fact]
    public void FromMerges_rejects_a_special_token_that_stands_twice()
    {
        Rejects.Argument("specialTokens", "a special token given twice", () => TKata.FromMerges([], ["<s>", "</s>", "<s>"]));
        BpeAssert.Text(
            TKata.FromMerges([], ["<s>", "<S>", "<s\u00AD>"]).Decode([258, 257, 256]),
            "<s\u00AD><S><s>",
            "special tokens that differ in case or in a soft hyphen are different");
    }

    [Fact]
    public void FromMerges_rejects_null() => Rejects.Null("merges", () => TKata.FromMerges(null!));
}
