// kata: FunctionMinimization
// attack: throws where nobody waits for it
// verdict: fail
using System.Threading;
using System.Threading.Tasks;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    private static async void Loose()
    {
        await Task.Delay(50).ConfigureAwait(false);
        throw new InvalidOperationException("loose");
    }

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        if (samples == 1)
        {
            Loose();
            Thread.Sleep(500);
        }

        throw new NotImplementedException();
    }
}
