using Xunit;

namespace KataKit.Thorough.Tests;

/// <summary>What counts as a pass of a run of <c>dotnet test</c>: nothing but the platform's word for it.</summary>
public sealed class TestRunTests
{
    private const string Passed = "Passed!  - Failed:     0, Passed:     5, Skipped:     0, Total:     5, Duration: 64 ms - A.dll (net10.0)";

    [Fact]
    public void Tests_that_passed_are_counted()
    {
        var judged = TestRun.Judge(0, ["  Determining projects to restore...", Passed], "all");

        Assert.Equal(5, judged.Cases);
        Assert.Empty(judged.Problems);
    }

    [Theory]
    [InlineData(1, Passed)]
    [InlineData(0, "")]
    [InlineData(0, "No test matches the given testcase filter `FullyQualifiedName~.X.` in A.dll")]
    [InlineData(0, "Failed!  - Failed:     1, Passed:     5, Skipped:     0, Total:     6, Duration: 64 ms - A.dll (net10.0)")]
    [InlineData(0, "Passed!  - Failed:     0, Passed:     0, Skipped:     0, Total:     0, Duration: 64 ms - A.dll (net10.0)")]
    public void Everything_else_is_a_failure_with_all_that_was_printed(int exitCode, string line)
        => Assert.Equal(["all"], TestRun.Judge(exitCode, [line], "all").Problems);
}
