// kata: FunctionMinimization
// attack: an exception on the finalizer thread
// verdict: crash
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    private static void Drop() => GC.KeepAlive(new Corpse());

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        if (samples == 1)
        {
            for (var i = 0; i < 100; i++)
            {
                Drop();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        throw new NotImplementedException();
    }
}

internal sealed class Corpse
{
    ~Corpse() => throw new InvalidOperationException("from the grave");
}
