using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class NarrowedBeforeClampedTests
{
    private const string Range = "var (lo, hi) = CheckedRange(quantizer); var z = quantizer.ZeroPoint; var s = quantizer.Scale; ";

    [Theory]
    [InlineData("return Array.ConvertAll(values, x => Math.Clamp([|(int)Math.Round(x / s)|] + z, lo, hi));")]
    [InlineData("return values.Select(x => [|(int)(Math.Round(x / s) + z)|]).ToArray();")]
    [InlineData("var q = new int[values.Length]; for (var i = 0; i < q.Length; i++) { q[i] = [|(sbyte)Math.Round(values[i] / s)|]; } return q;")]
    [InlineData("var q = new int[values.Length]; for (var i = 0; i < q.Length; i++) { var k = RoundHalfToEven(values[i] / s); q[i] = (int)Math.Clamp([|(short)k|], lo, hi); } return q;")]
    [InlineData("int Code(double x) { var k = [|(long)Math.Round(x / s)|]; k += z; return (int)(k < lo ? lo : k > hi ? hi : k); } var q = new List<int>(); foreach (var x in values) q.Add(Code(x)); return q.ToArray();")]
    [InlineData("return Array.ConvertAll(values, x => (int)[|(byte)Math.Clamp(Math.Round(x / s), -1000, 1000)|]);")]
    [InlineData("return Array.ConvertAll(values, x => (int)[|(byte)Math.Max(0, Math.Round(x / s))|]);")]
    public Task Reports_a_cast_that_nothing_limits(string body) => Verify.Reports("KATA0008", KataSource.WithBody("SteRounding", "Quantize", Range + body));

    [Fact]
    public Task Reports_the_plain_shape_in_other_katas()
        => Verify.Reports("KATA0008", KataSource.WithBody("FunctionMinimization", "GoldenSection", "var k = [|(sbyte)Math.Round(a / tolerance)|]; return new Minimum(a, f(k));"));

    [Theory]
    [InlineData("return Array.ConvertAll(values, x => (int)Math.Clamp(Math.Round(x / s) + z, lo, hi));")]
    [InlineData("return Array.ConvertAll(values, x => (int)Math.Min(hi, Math.Max(lo, Math.Round(x / s) + z)));")]
    [InlineData("return Array.ConvertAll(values, x => Math.Clamp((int)Math.Round(x / s + 0.0), lo, hi));")]
    [InlineData("var q = new int[values.Length]; for (var i = 0; i < q.Length; i++) { var k = Math.Round(values[i] / s) + z; if (k < lo) k = lo; if (k > hi) k = hi; q[i] = (int)k; } return q;")]
    [InlineData("var q = new int[values.Length]; for (var i = 0; i < q.Length; i++) { var k = Math.Round(values[i] / s); if (k <= lo - z) q[i] = lo; else if (k >= hi - z) q[i] = hi; else q[i] = (int)k + z; } return q;")]
    [InlineData("return Array.ConvertAll(values, x => z + (int)Math.Round(Math.Clamp(x / s, lo - z, hi - z)));")]
    [InlineData("return Array.ConvertAll(values, x => (int)(sbyte)Math.Clamp(Math.Round(x / s), -128, 127));")]
    [InlineData("return Array.ConvertAll(values, x => (int)Convert.ToSByte(Math.Round(x / s)));")]
    [InlineData("return Array.ConvertAll(values, x => checked((int)Math.Round(x / s)) + z);")]
    [InlineData("return Array.ConvertAll(values, x => { var k = (int)Math.Round(x / s); return k < lo ? lo : k > hi ? hi : k; });")]
    [InlineData("return Array.ConvertAll(values, x => { var k = x / s; return Math.Abs(k) < 100000 ? Math.Clamp((int)Math.Round(k) + z, lo, hi) : k < 0 ? lo : hi; });")]
    public Task Is_silent_where_something_limits_the_value(string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", "Quantize", Range + body));

    [Theory]
    [InlineData("var k = (byte)Math.Round(a * 255);")]
    [InlineData("var k = (int)Math.Ceiling(Math.Log((b - a) / tolerance));")]
    [InlineData("var k = (byte)Math.Floor(a / 256);")]
    [InlineData("var k = (byte)(int)tolerance;")]
    [InlineData("var k = (byte)Math.Round(a / learningRate);")]
    public Task Is_silent_on_other_casts_elsewhere(string statement)
        => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", "ProjectedGradientDescent", statement + " return new Minimum(Math.Clamp(a + k, a, b), f(Math.Clamp(a + k, a, b)));"));
}
