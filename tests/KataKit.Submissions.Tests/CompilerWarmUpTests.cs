using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>The sample that gets the compiler ready.</summary>
public sealed class CompilerWarmUpTests
{
    /// <summary>With an error in it, nothing would be emitted, and half of the compiler would stay cold.</summary>
    [Fact]
    public async Task It_compiles() => Assert.Empty(await CompilerWarmUp.BeginAsync());
}
