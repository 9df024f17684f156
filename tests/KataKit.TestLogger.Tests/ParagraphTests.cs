using Xunit;

namespace KataKit.TestLogger.Tests;

/// <summary>Breaking text into lines.</summary>
public sealed class ParagraphTests
{
    [Fact]
    public void Lines_are_as_long_as_the_width_allows_and_no_longer()
        => Assert.Equal(["aaaa bbbb cccc dddd eeee", "ffff"], Paragraph.Wrap("aaaa bbbb cccc dddd eeee ffff", columns: 24, indent: 0));

    [Fact]
    public void A_word_longer_than_the_line_stays_whole()
        => Assert.Equal(["see", "https://example.org/a/long/address", "there"], Paragraph.Wrap("see https://example.org/a/long/address there", columns: 30, indent: 4));

    [Fact]
    public void Chinese_characters_take_two_columns()
        => Assert.Equal(7, Paragraph.Columns("尚未 ok"));

    [Fact]
    public void A_narrow_page_still_takes_words()
        => Assert.Equal(["one two three four five", "six"], Paragraph.Wrap("one two three four five six", columns: 10, indent: 8));

    [Fact]
    public void An_empty_text_is_one_empty_line() => Assert.Equal([""], Paragraph.Wrap("", columns: 80, indent: 0));
}
