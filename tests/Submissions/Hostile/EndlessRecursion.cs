// kata: FunctionMinimization
// attack: a recursion without end
// verdict: crash
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
            // Not the last thing it does, or an optimized build would make a loop of it.
            var deeper = GlobalMinimum(f, a, b, samples, tolerance);
            return new Minimum(deeper.X + 1, deeper.Value);
        }

        throw new NotImplementedException();
    }
}
