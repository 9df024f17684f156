using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>The ends of the codes.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Theory]
    [InlineData(2, true, -2, 1)]
    [InlineData(2, false, 0, 3)]
    [InlineData(4, true, -8, 7)]
    [InlineData(4, false, 0, 15)]
    [InlineData(8, true, -128, 127)]
    [InlineData(8, false, 0, 255)]
    [InlineData(16, true, -32_768, 32_767)]
    [InlineData(16, false, 0, 65_535)]
    public void IntegerRange_is_that_of_the_integer_type(int bits, bool signed, int qMin, int qMax)
    {
        var range = TKata.IntegerRange(bits, signed);
        Close.To(range.QMin, qMin, $"the smallest code of {Width(bits, signed)}", Exact);
        Close.To(range.QMax, qMax, $"the largest code of {Width(bits, signed)}", Exact);
    }

    [Fact]
    public void IntegerRange_counts_two_to_the_bits_codes()
        => ForEveryWidth((bits, signed) =>
        {
            var (qMin, qMax) = TKata.IntegerRange(bits, signed);
            Close.To(qMax - qMin + 1, Math.Pow(2, bits), $"the number of codes from QMin to QMax, {Width(bits, signed)}", Exact);
            Close.To(qMin, signed ? -(qMax + 1) : 0, $"the smallest code of {Width(bits, signed)} with the largest at {qMax}", Exact);
        });

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-8)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(40)] // Shifts count modulo 32: 1 << 40 is 1 << 8.
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void IntegerRange_rejects_widths_other_than_2_to_16(int bits)
    {
        Rejects.Argument("bits", $"a signed code of {bits} bits", () => TKata.IntegerRange(bits, true));
        Rejects.Argument("bits", $"an unsigned code of {bits} bits", () => TKata.IntegerRange(bits, false));
    }
}
