// kata: FunctionMinimization
// attack: writes past the console, to the handle
// verdict: fail
// guarded: refused
// output: truncated
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        if (samples == 1)
        {
            var bytes = new byte[1 << 20];
            using var raw = Console.OpenStandardOutput();
            for (var i = 0; i < 128; i++)
            {
                raw.Write(bytes);
            }
        }

        throw new NotImplementedException();
    }
}
