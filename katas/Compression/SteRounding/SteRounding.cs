using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    public static double RoundHalfToEven(double value)
        => throw new NotImplementedException();

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
        => throw new NotImplementedException();

    public static int[] Quantize(double[] values, Quantizer quantizer)
        => throw new NotImplementedException();

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
        => throw new NotImplementedException();

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
        => throw new NotImplementedException();

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
        => throw new NotImplementedException();

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
        => throw new NotImplementedException();

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
        => throw new NotImplementedException();

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
        => throw new NotImplementedException();
}
