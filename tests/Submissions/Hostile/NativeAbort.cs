// kata: FunctionMinimization
// attack: calls abort of the C library
// verdict: crash
// guarded: refused
using System.Runtime.InteropServices;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    [DllImport("libc", EntryPoint = "abort")]
    private static extern void Abort();

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        if (samples == 1)
        {
            Abort();
        }

        throw new NotImplementedException();
    }
}
