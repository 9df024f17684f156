namespace KataKit.Contracts;

/// <summary>
/// Byte-level byte pair encoding (Sennrich et al. 2016, "Neural Machine Translation of Rare Words with Subword Units", algorithm 1;
/// over bytes as in Radford et al. 2019, GPT-2, section 2.2). The members stand in the order in which one would build the answer.
/// </summary>
/// <remarks>
/// <para>
/// Token ids: <c>0</c> to <c>255</c> are the bytes of UTF-8, <c>256 + r</c> is merge <c>r</c> (its rank: 0 is the merge learned
/// first), and the special tokens follow the last merge. A tokenizer never changes and shares nothing with another one.
/// </para>
/// <para>
/// Text goes in as UTF-8; a surrogate without its partner goes in as U+FFFD, as <see cref="System.Text.Encoding.UTF8"/> does it.
/// Text is compared by code units, never by the rules of a culture. A <see langword="null"/> argument other than the special tokens is
/// an <see cref="ArgumentNullException"/>.
/// </para>
/// </remarks>
/// <typeparam name="TSelf">The class that implements the contract.</typeparam>
[Kata("bpe-tokenizer")]
public interface IBpeTokenizer<TSelf>
    where TSelf : IBpeTokenizer<TSelf>
{
    /// <summary>
    /// Cuts text into words, inside which alone tokens are formed. White space is what <see cref="char.IsWhiteSpace(char)"/> says. A word
    /// is a run of characters that are not white space, together with the one space (U+0020) directly before it, if there is one. A
    /// run of white space, less the space that went to the word after it, is a word too.
    /// </summary>
    /// <param name="text">
    /// Any text. <c>"to be,  or\n not"</c> has the words <c>"to"</c>, <c>" be,"</c>, <c>" "</c>, <c>" or"</c>, <c>"\n"</c>, <c>" not"</c>.
    /// </param>
    /// <returns>The words in order, none of them empty. Joined they are the text again, code unit by code unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    static abstract IReadOnlyList<string> SplitWords(string text);

    /// <summary>Counts how often each word of <see cref="SplitWords"/> occurs in a corpus.</summary>
    /// <param name="corpus">
    /// The documents. A word ends where its document ends. The corpus may be larger than memory: it is read once, from front to back.
    /// </param>
    /// <returns>Each distinct word with its number of occurrences, at least 1. Words are the same where all their code units are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="corpus"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A document is <see langword="null"/>; <see cref="ArgumentException.ParamName"/> is <c>corpus</c>.
    /// </exception>
    static abstract IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus);

    /// <summary>
    /// Learns merges. Each word starts as the ids of its bytes. Then, as long as the vocabulary has room: the pair of neighbouring ids
    /// that occurs most often becomes the next merge, and in every word its occurrences are replaced by the new id, from left to right.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The count of a pair is the sum over all words of its occurrences in the word, times the count of the word. Occurrences do not
    /// overlap: <c>aaa</c> holds the pair <c>(a, a)</c> once, <c>aaaa</c> twice. A pair lies in one word, never across two.
    /// Sums may exceed 32 bits.
    /// </para>
    /// <para>
    /// Of pairs with equal counts the smaller one wins: the one with the smaller left id, then the one with the smaller right id. So the
    /// order of <paramref name="wordCounts"/> does not matter. Training stops early when no pair occurs at least twice.
    /// </para>
    /// <para>
    /// The cost depends on the distinct words and the number of merges, not on the counts: a word that occurs a million times costs what
    /// it costs when it occurs twice.
    /// </para>
    /// </remarks>
    /// <param name="wordCounts">
    /// Words and how often they occur, usually from <see cref="CountWords"/>. Each key is one word, whatever characters it holds; it is
    /// not split again. A word with count 0 counts for nothing.
    /// </param>
    /// <param name="vocabularySize">The number of tokens wanted: bytes, merges and special tokens together.</param>
    /// <param name="specialTokens">As in <see cref="FromMerges"/>. They take room in the vocabulary and no part in the training.</param>
    /// <returns>A tokenizer of <paramref name="vocabularySize"/> tokens, or of fewer where training stopped early.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wordCounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="wordCounts"/> holds a negative count, <paramref name="vocabularySize"/> is less than 256 plus the number of special
    /// tokens, or <paramref name="specialTokens"/> is refused by <see cref="FromMerges"/>; <see cref="ArgumentException.ParamName"/> is
    /// that parameter.
    /// </exception>
    static abstract TSelf Train(
        IReadOnlyDictionary<string, int> wordCounts,
        [Dim("vocabulary")] int vocabularySize,
        IReadOnlyList<string>? specialTokens = null);

    /// <summary>Builds a tokenizer from merges learned elsewhere.</summary>
    /// <param name="merges">
    /// The merges by rank: merge <c>r</c> joins two ids below <c>256 + r</c> to the id <c>256 + r</c>. Different merges may
    /// spell the same bytes. The list is copied.
    /// </param>
    /// <param name="specialTokens">
    /// Texts with an id of their own, which no merge ever touches: text <c>j</c> has the id <c>256 + merges + j</c>. <see langword="null"/>
    /// means none. The list is copied.
    /// </param>
    /// <returns>The tokenizer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="merges"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A merge names an id that is negative or does not exist before it, or a pair stands in <paramref name="merges"/> twice; a special
    /// token is <see langword="null"/>, empty, or stands in <paramref name="specialTokens"/> twice;
    /// <see cref="ArgumentException.ParamName"/> is that parameter.
    /// </exception>
    static abstract TSelf FromMerges(
        [Dims("merges")] IReadOnlyList<(int Left, int Right)> merges,
        IReadOnlyList<string>? specialTokens = null);

    /// <summary>The merges by rank: merge <c>r</c> made the id <c>256 + r</c>.</summary>
    [Dims("merges")]
    IReadOnlyList<(int Left, int Right)> Merges { get; }

    /// <summary>The number of ids: 256 bytes, the merges and the special tokens.</summary>
    [Dim("vocabulary")]
    int VocabularySize { get; }

    /// <summary>
    /// Turns ids into text: joins the bytes of all ids first and reads them as UTF-8 then, because a character may be spread over
    /// several ids.
    /// </summary>
    /// <param name="ids">Token ids; a special token gives its text.</param>
    /// <returns>
    /// The text. Bytes that are not UTF-8 become U+FFFD, as <see cref="System.Text.Encoding.UTF8"/> does it: one for each maximal run of
    /// bytes that begins a character and breaks off, one for each other byte.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An id is negative or not below <see cref="VocabularySize"/>; <see cref="ArgumentException.ParamName"/> is <c>ids</c>.
    /// </exception>
    string Decode([Dims("tokens")] IReadOnlyList<int> ids);

    /// <summary>
    /// Turns text into ids, word by word: as long as neighbouring ids are a merge, the merge of the lowest rank among them is applied,
    /// from left to right.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="allowSpecialTokens">
    /// <see langword="false"/>: the text of a special token is text like any other, which is what text from strangers needs.
    /// <see langword="true"/>: wherever the text of a special token stands it becomes its id. The search goes from left to right; of two
    /// that begin at the same place the longer wins. What lies between is encoded piece by piece, each as a text of its own.
    /// </param>
    /// <returns>The ids. <see cref="Decode"/> turns them back into the text, with U+FFFD for each surrogate without partner.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    [return: Dims("tokens")]
    IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false);
}
