// kata: FunctionMinimization
// attack: allocates 30 GB past the heap, and touches it
// verdict: memory
// guarded: refused
using System.Runtime.InteropServices;
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
            const int Chunk = 4 << 20;
            for (var i = 0; i < 7_500; i++)
            {
                var chunk = Marshal.AllocHGlobal(Chunk);
                for (var at = 0; at < Chunk; at += 4096)
                {
                    Marshal.WriteByte(chunk, at, 1);
                }
            }

            Thread.Sleep(Timeout.Infinite);
        }

        throw new NotImplementedException();
    }
}
