using System.Globalization;
using Xunit;

namespace KataKit.Specs;

/// <content>The same results on every machine: no step asks what language its user speaks.</content>
public abstract partial class BpeTokenizerSpec<TKata>
{
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("da-DK")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void CountWords_is_the_same_in_every_culture(string culture)
        => Under(culture, () => BpeAssert.Counts(
            TKata.CountWords(["I i \u0130 \u0131", "aa \u00E5 AA"]),
            Words(("I", 1), (" i", 1), (" \u0130", 1), (" \u0131", 1), ("aa", 1), (" \u00E5", 1), (" AA", 1)),
            $"words under the culture '{culture}'"));

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("da-DK")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Train_is_the_same_in_every_culture(string culture)
        => Under(culture, () => BpeAssert.Merges(
            TKata.Train(Words(("Ia", 2), ("ib", 2), ("aA", 2), ("Ba", 2), ("-1", 2), ("é", 2)), 1000).Merges,
            [('-', '1'), ('B', 'a'), ('I', 'a'), ('a', 'A'), ('i', 'b'), (0xC3, 0xA9)],
            $"equally frequent pairs under the culture '{culture}'"));

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("da-DK")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Encode_is_the_same_in_every_culture(string culture)
        => Under(culture, () => BpeAssert.Ids(
            TKata.FromMerges([('I', 'i')], ["<I>", "aa"]).Encode("<i><I>aA\u00E5aaIi-1", allowSpecialTokens: true),
            ['<', 'i', '>', 257, 'a', 'A', 0xC3, 0xA5, 258, 256, '-', '1'],
            $"special tokens and merges under the culture '{culture}'"));

    private static void Under(string culture, Action check)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
