// kata: FunctionMinimization
// attack: starts processes that outlive it
// verdict: crash
// guarded: refused
// sandboxed: crash
using System.Diagnostics;
using System.Threading;
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
            for (var i = 0; i < 20; i++)
            {
                Process.Start("sleep", "60");
            }

            Thread.Sleep(Timeout.Infinite);
        }

        throw new NotImplementedException();
    }
}
