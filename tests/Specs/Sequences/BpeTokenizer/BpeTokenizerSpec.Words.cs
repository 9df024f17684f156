using System.Collections;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>From text to words with counts.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData("the cat sat", "the| cat| sat")]
    [InlineData(" a", " a")]
    [InlineData("a", "a")]
    [InlineData("well-known, isn't 3.5", "well-known,| isn't| 3.5")]
    public void SplitWords_gives_a_word_the_space_before_it(string text, string words)
        => BpeAssert.Words(TKata.SplitWords(text), words.Split('|'), $"the words of {BpeAssert.Show(text)} keep the space before them");

    [Theory]
    [InlineData("to be,  or\n not", "to| be,| | or|\n| not")]
    [InlineData("a   b", "a|  | b")]
    [InlineData("a\nb", "a|\n|b")]
    [InlineData("a \nb", "a| \n|b")]
    [InlineData("a\n b", "a|\n| b")]
    [InlineData("a\n\n  b", "a|\n\n | b")]
    [InlineData("a\t b", "a|\t| b")]
    [InlineData("a \t b", "a| \t| b")]
    [InlineData("a ", "a| ")]
    [InlineData("a \n", "a| \n")]
    [InlineData("a\n ", "a|\n ")]
    [InlineData("  a", " | a")]
    [InlineData("\ta", "\t|a")]
    [InlineData(" ", " ")]
    [InlineData("\n", "\n")]
    [InlineData("   \n ", "   \n ")]
    public void SplitWords_makes_a_word_of_the_white_space_that_is_left(string text, string words)
        => BpeAssert.Words(
            TKata.SplitWords(text),
            words.Split('|'),
            $"a run of white space in {BpeAssert.Show(text)}, less the one space that goes to the word after it, is one word");

    [Fact]
    public void SplitWords_cuts_at_any_white_space_but_gives_away_only_the_space()
    {
        foreach (var space in "\t\n\v\f\r\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u3000")
        {
            BpeAssert.Words(
                TKata.SplitWords($"a{space}b"),
                ["a", $"{space}", "b"],
                $"{BpeAssert.Show($"{space}")} is white space (char.IsWhiteSpace), and only U+0020 goes to the word after it");
        }
    }

    [Fact]
    public void SplitWords_does_not_cut_at_other_characters_that_one_cannot_see()
    {
        foreach (var letter in "\0\u001C\u180E\u200B\u200D\u2060\uFEFF\uD83D")
        {
            BpeAssert.Words(
                TKata.SplitWords($"a{letter}b"),
                [$"a{letter}b"],
                $"{BpeAssert.Show($"{letter}")} is not white space (char.IsWhiteSpace)");
        }
    }

    [Fact]
    public void SplitWords_of_an_empty_text_is_empty() => BpeAssert.Words(TKata.SplitWords(""), [], "an empty text has no words");

    [Fact]
    public void SplitWords_loses_nothing()
        => Property.Holds(
            "the words of a text, joined, are the text",
            seed: 11,
            BpeSamples.Texts,
            BpeAssert.Show,
            text => BpeAssert.Text(string.Concat(TKata.SplitWords(text)), text, "the words joined"),
            BpeSamples.Smaller);

    [Fact]
    public void SplitWords_follows_the_rule_for_any_text()
        => Property.Holds(
            "the words of a text are those of the contract's rule",
            seed: 12,
            BpeSamples.Texts,
            BpeAssert.Show,
            text => BpeAssert.Words(TKata.SplitWords(text), BpeOracle.Words(text), "words in order"),
            BpeSamples.Smaller);

    [Fact]
    public void CountWords_counts_over_all_documents()
        => BpeAssert.Counts(
            TKata.CountWords(["a a b", "a", "b a a"]),
            Words(("a", 2), (" a", 3), (" b", 1), ("b", 1)),
            "the words of all documents are counted, and \"a\" and \" a\" are two words");

    [Fact]
    public void CountWords_ends_a_word_with_its_document()
        => BpeAssert.Counts(
            TKata.CountWords(["ab ", "cd", "cd"]),
            Words(("ab", 1), (" ", 1), ("cd", 2)),
            "no word runs from one document into the next");

    [Fact]
    public void CountWords_tells_words_apart_by_their_code_units()
        => BpeAssert.Counts(
            TKata.CountWords(["x", "X", "\u00E9", "e\u0301", "ab", "a\u00ADb", "\uFF41b", "\u0130", "I", "i", "\u0131"]),
            Words(
                ("x", 1),
                ("X", 1),
                ("\u00E9", 1),
                ("e\u0301", 1),
                ("ab", 1),
                ("a\u00ADb", 1),
                ("\uFF41b", 1),
                ("\u0130", 1),
                ("I", 1),
                ("i", 1),
                ("\u0131", 1)),
            "words that differ in case, in normal form or in a soft hyphen are different words");

    [Fact]
    public void CountWords_of_nothing_is_empty()
    {
        BpeAssert.Counts(TKata.CountWords([]), Words(), "a corpus without documents has no words");
        BpeAssert.Counts(TKata.CountWords(["", ""]), Words(), "empty documents have no words");
    }

    [Fact]
    public void CountWords_reads_the_corpus_once()
    {
        var corpus = new OneReading(["to be or", "not to be"]);
        BpeAssert.Counts(
            TKata.CountWords(corpus),
            Words(("to", 1), (" be", 2), (" or", 1), ("not", 1), (" to", 1)),
            "a corpus that can be read only once is counted like any other");
    }

    /// <summary>Documents that can be enumerated a single time, as those of a stream.</summary>
    private sealed class OneReading(IEnumerable<string> documents) : IEnumerable<string>
    {
        private bool _isRead;

        public IEnumerator<string> GetEnumerator()
        {
            if (_isRead)
            {
                throw new SpecFailureException("CountWords must read the corpus once, but began to read it a second time.");
            }

            _isRead = true;
            return documents.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
