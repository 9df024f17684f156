using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
        => throw new NotImplementedException();

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f,
        Func<double, double> derivative,
        double a,
        double b,
        double start,
        double learningRate,
        double tolerance,
        int maxSteps)
        => throw new NotImplementedException();

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
        => throw new NotImplementedException();
}
