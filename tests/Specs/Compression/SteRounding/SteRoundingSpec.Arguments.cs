using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right: who is blamed, and with what.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    /// <summary>Quantizers that are none, and why.</summary>
    private static (string Input, Quantizer Quantizer)[] NoQuantizers =>
    [
        ("a scale of 0", Symmetric with { Scale = 0 }),
        ("a scale of −0", Symmetric with { Scale = -0.0 }),
        ("a scale of −0.5", Symmetric with { Scale = -0.5 }),
        ("a scale of −5e-324", Symmetric with { Scale = -double.Epsilon }),
        ("a scale of NaN", Symmetric with { Scale = double.NaN }),
        ("a scale of +∞", Symmetric with { Scale = double.PositiveInfinity }),
        ("a scale of −∞", Symmetric with { Scale = double.NegativeInfinity }),
        ("codes of 1 bit", Symmetric with { Bits = 1 }),
        ("codes of 0 bits", Symmetric with { Bits = 0 }),
        ("codes of −4 bits", Symmetric with { Bits = -4 }),
        ("codes of 17 bits", Symmetric with { Bits = 17 }),
        ("codes of 36 bits (1 << 36 is 1 << 4)", Symmetric with { Bits = 36 }),
        ("the zero point 8, which is no signed code of 4 bits,", Symmetric with { ZeroPoint = 8 }),
        ("the zero point −9, which is no signed code of 4 bits,", Symmetric with { ZeroPoint = -9 }),
        ("the zero point −1, which is no unsigned code,", Symmetric with { ZeroPoint = -1, Signed = false }),
        ("the zero point 16, which is no unsigned code of 4 bits,", Symmetric with { ZeroPoint = 16, Signed = false }),
        ("the zero point 2147483647", Symmetric with { ZeroPoint = int.MaxValue }),
    ];

    [Fact]
    public void Quantize_rejects_null()
    {
        Rejects.Null("values", () => TKata.Quantize(null!, Symmetric));
        Rejects.Null("quantizer", () => TKata.Quantize([1], null!));
        Rejects.Null("quantizer", () => TKata.Quantize([], null!));
    }

    [Fact]
    public void Quantize_rejects_what_is_no_quantizer() => RejectsNoQuantizer(n => quantizer => TKata.Quantize(new double[n], quantizer));

    [Fact]
    public void Dequantize_rejects_null()
    {
        Rejects.Null("codes", () => TKata.Dequantize(null!, Symmetric));
        Rejects.Null("quantizer", () => TKata.Dequantize([1], null!));
        Rejects.Null("quantizer", () => TKata.Dequantize([], null!));
    }

    [Fact]
    public void Dequantize_rejects_what_is_no_quantizer() => RejectsNoQuantizer(n => quantizer => TKata.Dequantize(new int[n], quantizer));

    [Fact]
    public void FakeQuantize_rejects_null()
    {
        Rejects.Null("values", () => TKata.FakeQuantize(null!, Symmetric));
        Rejects.Null("quantizer", () => TKata.FakeQuantize([1], null!));
        Rejects.Null("quantizer", () => TKata.FakeQuantize([], null!));
    }

    [Fact]
    public void FakeQuantize_rejects_what_is_no_quantizer()
        => RejectsNoQuantizer(n => quantizer => TKata.FakeQuantize(new double[n], quantizer));

    [Fact]
    public void Backward_rejects_null()
    {
        Rejects.Null("values", () => TKata.Backward(null!, [1], Symmetric));
        Rejects.Null("upstream", () => TKata.Backward([1], null!, Symmetric));
        Rejects.Null("quantizer", () => TKata.Backward([1], [1], null!));
        Rejects.Null("quantizer", () => TKata.Backward([], [], null!));
    }

    [Fact]
    public void Backward_rejects_what_is_no_quantizer()
        => RejectsNoQuantizer(n => quantizer => TKata.Backward(new double[n], new double[n], quantizer));

    [Fact]
    public void Step_rejects_null()
    {
        Rejects.Null("weights", () => TKata.Step(null!, [1], Symmetric, 0.1));
        Rejects.Null("upstream", () => TKata.Step([1], null!, Symmetric, 0.1));
        Rejects.Null("quantizer", () => TKata.Step([1], [1], null!, 0.1));
        Rejects.Null("quantizer", () => TKata.Step([], [], null!, 0.1));
    }

    [Fact]
    public void Step_rejects_what_is_no_quantizer()
        => RejectsNoQuantizer(n => quantizer => TKata.Step(new double[n], new double[n], quantizer, 0.1));

    [Fact]
    public void ScaleGradient_rejects_null()
    {
        Rejects.Null("values", () => TKata.ScaleGradient(null!, [1], Symmetric));
        Rejects.Null("upstream", () => TKata.ScaleGradient([1], null!, Symmetric));
        Rejects.Null("quantizer", () => TKata.ScaleGradient([1], [1], null!));
        Rejects.Null("quantizer", () => TKata.ScaleGradient([], [], null!));
    }

    [Fact]
    public void ScaleGradient_rejects_what_is_no_quantizer()
        => RejectsNoQuantizer(n => quantizer => TKata.ScaleGradient(new double[n], new double[n], quantizer));

    /// <summary>Tries every bad quantizer with arrays of two entries and of none: no entry is needed to see that it is bad.</summary>
    private static void RejectsNoQuantizer(Func<int, Action<Quantizer>> call)
    {
        foreach (var (input, quantizer) in NoQuantizers)
        {
            Rejects.Argument("quantizer", input, () => call(2)(quantizer));
            Rejects.Argument("quantizer", $"{input} with empty arrays", () => call(0)(quantizer));
        }
    }
}
