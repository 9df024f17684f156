// kata: FunctionMinimization
// attack: two threads that wait for each other
// verdict: timeout
using System.Threading;
using System.Threading.Tasks;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    private static void Take(object outer, object inner, Barrier ready)
    {
        lock (outer)
        {
            ready.SignalAndWait();
            lock (inner)
            {
            }
        }
    }

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        if (samples == 1)
        {
            var (first, second) = (new object(), new object());
            using var ready = new Barrier(2);
            var other = Task.Run(() => Take(second, first, ready));
            Take(first, second, ready);
            other.Wait();
        }

        throw new NotImplementedException();
    }
}
