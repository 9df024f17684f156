using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    public IReadOnlyList<(int Left, int Right)> Merges
        => throw new NotImplementedException();

    public int VocabularySize
        => throw new NotImplementedException();

    public static IReadOnlyList<string> SplitWords(string text)
        => throw new NotImplementedException();

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
        => throw new NotImplementedException();

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
        => throw new NotImplementedException();

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
        => throw new NotImplementedException();

    public string Decode(IReadOnlyList<int> ids)
        => throw new NotImplementedException();

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
        => throw new NotImplementedException();
}
