using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right, in the members that lead from text to merges.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Fact]
    public void SplitWords_rejects_null() => Rejects.Null("text", () => TKata.SplitWords(null!));

    [Fact]
    public void CountWords_rejects_null() => Rejects.Null("corpus", () => TKata.CountWords(null!));

    [Fact]
    public void CountWords_rejects_a_null_document()
        => Rejects.Argument("corpus", "a corpus whose second document is null", () => TKata.CountWords(["a", null!]));

    [Fact]
    public void Train_rejects_null() => Rejects.Null("wordCounts", () => TKata.Train(null!, 300));

    [Theory]
    [InlineData(255)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Train_rejects_a_vocabulary_without_room_for_the_bytes(int vocabularySize)
        => Rejects.Argument(
            "vocabularySize",
            $"a vocabulary of {vocabularySize} tokens, fewer than there are bytes",
            () => TKata.Train(Words(("ab", 2)), vocabularySize));

    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    public void Train_rejects_a_vocabulary_without_room_for_the_special_tokens(int vocabularySize)
        => Rejects.Argument(
            "vocabularySize",
            $"a vocabulary of {vocabularySize} tokens for 256 bytes and 2 special tokens",
            () => TKata.Train(Words(("ab", 2)), vocabularySize, ["<s>", "</s>"]));

    [Fact]
    public void Train_rejects_negative_counts()
        => Rejects.Argument("wordCounts", "a word that occurs −1 times", () => TKata.Train(Words(("ab", 2), ("cd", -1)), 300));

    [Fact]
    public void Train_rejects_special_tokens_as_FromMerges_does()
    {
        Rejects.Argument("specialTokens", "an empty special token", () => TKata.Train(Words(("ab", 2)), 300, [""]));
        Rejects.Argument("specialTokens", "a null special token", () => TKata.Train(Words(("ab", 2)), 300, ["<s>", null!]));
        Rejects.Argument("specialTokens", "a special token given twice", () => TKata.Train(Words(("ab", 2)), 300, ["<s>", "<s>"]));
    }
}
