using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class StaleGradientTests
{
    private const string Add = "for (var j = 0; j < upstream.GetLength(2); j++) _dx[0, 0, j] += upstream[0, 0, j];";
    private const string Marked = "for (var j = 0; j < upstream.GetLength(2); j++) [|_dx[0, 0, j] += upstream[0, 0, j]|];";

    [Theory]
    [InlineData(Marked + "return (double[,,])_dx.Clone();")]
    [InlineData("if (_dx.GetLength(2) != upstream.GetLength(2)) _dx = new double[1, 1, upstream.GetLength(2)];" + Marked + "return (double[,,])_dx.Clone();")]
    public Task Reports_adding_to_what_is_left(string body) => Verify.Reports("KATA5006", Backward(body));

    [Fact]
    public Task Reports_a_buffer_that_is_returned_itself()
        => Verify.Reports("KATA5006", Backward("Array.Clear(_dx);" + Add + "return [|_dx|];"));

    [Theory]
    [InlineData("_dx = new double[1, 1, upstream.GetLength(2)];" + Add + "return _dx;")]
    [InlineData("Array.Clear(_dx);" + Add + "return (double[,,])_dx.Clone();")]
    [InlineData("if (_dx.Length == 1) _dx = new double[1, 1, 9]; else Array.Clear(_dx);" + Add + "return (double[,,])_dx.Clone();")]
    [InlineData("for (var j = 0; j < _dx.Length; j++) _dx[0, 0, j] = 0;" + Add + "return (double[,,])_dx.Clone();")]
    [InlineData("System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _dx[0, 0, 0], _dx.Length).Clear();" + Add + "return (double[,,])_dx.Clone();")]
    [InlineData("var dx = new double[1, 1, upstream.GetLength(2)]; for (var j = 0; j < upstream.GetLength(2); j++) dx[0, 0, j] += upstream[0, 0, j]; _dx = dx; return dx;")]
    [InlineData("for (var j = 0; j < upstream.GetLength(2); j++) _dx[0, 0, j] = upstream[0, 0, j]; return (double[,,])_dx.Clone();")]
    public Task Is_silent_where_the_call_begins_with_zeros(string body) => Verify.IsSilent(Backward(body));

    private static string Backward(string body) => KataSource.WithBody("MaxPool", "Backward", body, "private double[,,] _dx = new double[1, 1, 1];");
}
