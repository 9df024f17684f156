using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the BPE tokenizer kata: <see cref="IBpeTokenizer{TSelf}"/> member by member, in building order. Tests of encoding
/// and decoding start from given merges, so that they do not wait for the training.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class BpeTokenizerSpec<TKata>
    where TKata : IBpeTokenizer<TKata>
{
    /// <summary>A tokenizer of merges alone.</summary>
    private static TKata Of(params (int Left, int Right)[] merges) => TKata.FromMerges(merges);

    private static Dictionary<string, int> Words(params (string Word, int Count)[] words)
        => words.ToDictionary(word => word.Word, word => word.Count, StringComparer.Ordinal);
}
