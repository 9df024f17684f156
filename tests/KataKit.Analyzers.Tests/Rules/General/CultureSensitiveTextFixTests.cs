using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class CultureSensitiveTextFixTests
{
    [Theory]
    [InlineData("return [text.IndexOf(_specialTokens[0], 3)];", "return [text.IndexOf(_specialTokens[0], 3, StringComparison.Ordinal)];")]
    [InlineData("return [string.Compare(text, _specialTokens[0])];", "return [string.Compare(text, _specialTokens[0], StringComparison.Ordinal)];")]
    [InlineData("return [text.CompareTo(_specialTokens[0])];", "return [string.CompareOrdinal(text, _specialTokens[0])];")]
    [InlineData("return [text.ToUpper().Length];", "return [text.ToUpperInvariant().Length];")]
    [InlineData("return [Comparer<string>.Default.Compare(text, \"\")];", "return [StringComparer.Ordinal.Compare(text, \"\")];")]
    [InlineData("return [text.IndexOf(\"a\", StringComparison.InvariantCultureIgnoreCase)];", "return [text.IndexOf(\"a\", StringComparison.OrdinalIgnoreCase)];")]
    [InlineData("var all = _specialTokens.ToList(); all.Sort(); return [all.Count];", "var all = _specialTokens.ToList(); all.Sort(StringComparer.Ordinal); return [all.Count];")]
    [InlineData("SortedSet<string> set = new(); return [set.Count];", "SortedSet<string> set = new(StringComparer.Ordinal); return [set.Count];")]
    [InlineData("return [_specialTokens.OrderBy(x => x).Count()];", "return [_specialTokens.OrderBy(x => x, StringComparer.Ordinal).Count()];")]
    public Task Goes_by_code_units(string before, string after)
        => Verify.Fixes_to(KataSource.WithBody("BpeTokenizer", "Encode", before), KataSource.WithBody("BpeTokenizer", "Encode", after));

    [Theory]
    [InlineData("return [_specialTokens.OrderBy(x => (x.Length, x)).Count()];")]
    [InlineData("return [string.Compare(text, _specialTokens[0], ignoreCase: true)];")]
    public async Task Is_not_offered_where_a_comparer_would_have_to_be_written(string body)
        => (await Verify.FixedText(KataSource.WithBody("BpeTokenizer", "Encode", body))).Should().BeNull();
}
