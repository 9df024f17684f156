// kata: FunctionMinimization
// attack: keeps every processor busy and never ends
// verdict: timeout
using System.Threading.Tasks;
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
            Parallel.For(0, 64, _ =>
            {
                while (true)
                {
                }
            });
        }

        throw new NotImplementedException();
    }
}
