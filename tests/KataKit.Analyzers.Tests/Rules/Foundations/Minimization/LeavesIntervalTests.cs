using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Minimization;

public sealed class LeavesIntervalTests
{
    [Theory]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = [|x - learningRate * g|]; } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); [|x -= g * learningRate|]; if (x > b) x = b; } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = Math.Max(a, [|x - learningRate * g|]); } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) x = [|x - learningRate * derivative(x)|]; x = Math.Clamp(x, a, b); return new Minimum(x, f(x));")]
    public Task Reports_a_step_that_is_not_returned(string member, string body) => Verify.Reports("KATA7004", KataSource.WithBody("FunctionMinimization", member, body));

    [Theory]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = Math.Clamp(x - learningRate * g, a, b); } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = Math.Min(b, Math.Max(a, x - learningRate * g)); } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); var n = x - learningRate * g; x = n < a ? a : n > b ? b : n; } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); var n = x - learningRate * g; if (n < a) n = a; if (n > b) n = b; x = n; } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x -= learningRate * g; x = x < a ? a : x; x = b < x ? b : x; } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); var n = x - learningRate * g; if (n < a || n > b) { x = n < a ? a : b; } else { x = n; } } return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "double Project(double v) => Math.Max(Math.Min(v, b), a); var x = start; while (maxSteps-- > 0) x = Project(x - learningRate * derivative(x)); return new Minimum(x, f(x));")]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var p = Math.Clamp(x, a, b); x = p - learningRate * derivative(p); } x = Math.Clamp(x, a, b); return new Minimum(x, f(x));")]
    public Task Is_silent_where_every_point_is_held_in_the_interval(string member, string body) => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", member, body));
}
