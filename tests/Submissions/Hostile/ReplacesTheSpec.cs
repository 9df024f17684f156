// kata: FunctionMinimization
// attack: brings a spec of its own, which hides the real one
// verdict: build-error
#pragma warning disable CS0436
using KataKit.Contracts;
using Xunit;

namespace KataKit.Katas
{
    public sealed class FunctionMinimization : IFunctionMinimization
    {
        public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance) => default;

        public static Minimum ProjectedGradientDescent(
            Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
            => default;

        public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance) => default;
    }
}

namespace KataKit.Specs
{
    public abstract class FunctionMinimizationSpec<TKata>
        where TKata : IFunctionMinimization
    {
        [Fact]
        public void GlobalMinimum_is_fine() => Assert.Equal(default, TKata.GlobalMinimum(x => x, 0, 1, 3, 1));
    }
}
