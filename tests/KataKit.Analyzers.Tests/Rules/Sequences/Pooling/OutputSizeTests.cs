using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class OutputSizeTests
{
    [Theory]
    [InlineData("return [|(length + 2 * padding - kernel) / stride|];")]
    [InlineData("var rest = (long)length + padding + padding - kernel; return (int)([|rest / stride|]);")]
    [InlineData("return (int)Math.Ceiling([|(length + 2.0 * padding - kernel) / stride|]) + 1;")]
    [InlineData("return [|(length + padding - kernel) / stride|] + 1;")]
    [InlineData("return 1 + [|(length + 2 * padding - 1) / stride|];")]
    [InlineData("return [|(length + 2 * padding - kernel + 1) / stride|] + 1;")]
    [InlineData("return Steps(length + 2 * padding - kernel); int Steps(int rest) => [|rest / stride|];")]
    [InlineData("var (steps, _) = [|Math.DivRem(length + 2 * padding - kernel, stride)|]; return steps;")]
    public Task Reports_another_formula(string body) => Verify.Reports("KATA5004", KataSource.WithBody("MaxPool", "OutputSize", body));

    [Theory]
    [InlineData("return (length + 2 * padding - kernel) / stride + 1;")]
    [InlineData("return 1 + (int)(((long)length - (kernel - 2L * padding)) / stride);")]
    [InlineData("return (length + 2 * padding - kernel + stride) / stride;")]
    [InlineData("return (int)Math.Floor((length + 2.0 * padding - kernel) / stride) + 1;")]
    [InlineData("return (int)((length + 2.0 * padding - kernel) / stride + 1);")]
    [InlineData("return (int)Math.Ceiling((length + 2.0 * padding - kernel + 1) / stride);")]
    [InlineData("var (steps, _) = Math.DivRem(length + 2 * padding - kernel, stride); return steps + 1;")]
    [InlineData("var count = 0; for (long start = -padding; start + kernel <= length + padding; start += stride) count++; return count;")]
    [InlineData("var padded = length + 2 * padding; return kernel == padded ? 1 : (padded - kernel) / stride + 1;")]
    [InlineData("if (kernel > length + 2L * padding) throw new ArgumentOutOfRangeException(nameof(kernel)); return (int)((length + 2L * padding - kernel) / stride) + 1;")]
    public Task Is_silent_on_equal_formulas_and_on_loops(string body) => Verify.IsSilent(KataSource.WithBody("MaxPool", "OutputSize", body));
}
