using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>From codes back to real numbers.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Fact]
    public void Dequantize_takes_the_zero_point_off_before_it_scales()
    {
        // ½ · (0 − 3), ½ · (3 − 3), ½ · (4 − 3), ½ · (15 − 3).
        Close.To(TKata.Dequantize([0, 3, 4, 15], Halves), [-1.5, 0, 0.5, 6], "a code stands for scale · (code − zero point)", Exact);
    }

    [Fact]
    public void Dequantize_makes_the_zero_point_exactly_zero()
        => ForEveryWidth((bits, signed) =>
        {
            foreach (var zeroPoint in AllCodes(bits, signed).Where((_, i) => i % 1_000 == 1))
            {
                Close.To(
                    TKata.Dequantize([zeroPoint], new Quantizer(0.3, zeroPoint, bits, signed)),
                    [0],
                    $"the zero point {zeroPoint} stands for exactly 0",
                    Exact);
            }
        });

    [Fact]
    public void Dequantize_spaces_all_codes_one_scale_apart()
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            var zeroPoint = codes[^1];
            Close.To(
                TKata.Dequantize(codes, new Quantizer(1e-30, zeroPoint, bits, signed)),
                [.. Enumerable.Range(0, codes.Length).Select(i => (i - (codes.Length - 1)) * 1e-30)],
                $"with the zero point at QMax, the codes of {Width(bits, signed)} end at 0 and lie one scale apart",
                Relative);
        });

    [Fact]
    public void Dequantize_agrees_with_its_formula()
        => Property.Holds(
            "a code stands for scale · (code − zero point)",
            seed: 33,
            QuantizationCase.Inputs,
            Show,
            sample => Close.To(
                TKata.Dequantize([.. sample.Codes.Select(code => (int)code)], sample.Quantizer),
                sample.Reals,
                "the real numbers",
                Relative),
            sample => sample.Smaller());

    [Fact]
    public void Dequantize_of_nothing_is_nothing()
        => Close.To(Accepts("An empty array", () => TKata.Dequantize([], Halves)), [], "no codes, no numbers");

    [Theory]
    [InlineData(4, false, -1)]
    [InlineData(4, false, 16)]
    [InlineData(4, true, -9)]
    [InlineData(4, true, 8)]
    [InlineData(8, true, 128)]
    [InlineData(8, true, -129)]
    [InlineData(16, false, 65_536)]
    [InlineData(16, true, -32_769)]
    [InlineData(8, true, int.MaxValue)]
    [InlineData(8, true, int.MinValue)]
    public void Dequantize_rejects_what_is_no_code(int bits, bool signed, int code)
    {
        var quantizer = new Quantizer(0.5, ZeroPoint: 1, bits, signed);
        foreach (var codes in new int[][] { [code], [code, 0, 0], [0, code, 0], [0, 0, code] })
        {
            Rejects.Argument("codes", $"{code} among codes of {Width(bits, signed)}", () => TKata.Dequantize(codes, quantizer));
        }
    }
}
