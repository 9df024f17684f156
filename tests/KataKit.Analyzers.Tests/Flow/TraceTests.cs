using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using KataKit.Trace;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>The trace of one method: what is known after each statement, and why there is no trace.</summary>
public sealed class TraceTests(ITestOutputHelper output) : IDisposable
{
    private const string Loop = """
        var scores = new double[queries.RowCount, keys.RowCount];
        for (var i = 0; i < queries.RowCount; i++)
            for (var j = 0; j < keys.RowCount; j++)
                scores[i, j] = queries.Row(i) * keys.Row(j);
        var root = Root(queries.ColumnCount);
        return null!;
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("Attend")]
    [InlineData("SelfAttention.Attend")]
    public void It_tells_what_each_statement_changed(string name)
    {
        var (code, text, error) = Trace(KataSource.Attend(Loop, "private static double Root(int n) { var r = Math.Sqrt(n); return r; }"), name);
        code.Should().Be(0, "{0}", error);
        var lines = text.Split('\n').Select(x => x.TrimEnd()).ToList();
        lines[0].Should().Contain("SelfAttention.Attend(");
        lines.Should().Contain("        queries: ref [seq_q d_k] data[queries]", "that is what the contract says at the entry");
        lines.Should().ContainInConsecutiveOrder(
            lines.First(x => x.EndsWith("var scores = new double[queries.RowCount, keys.RowCount];", StringComparison.Ordinal)),
            "        scores: ref [seq_q seq_k] 0");
        lines.Should().ContainInOrder(
            lines.First(x => x.EndsWith("for (var i = 0; i < queries.RowCount; i++)", StringComparison.Ordinal)),
            "        scores: ref [seq_q seq_k] dot[queries | keys over d_k]");
        lines.Should().Contain("            r: √d_k", "a call that is followed is indented");
        lines.Should().Contain("        root: √d_k");
        text.TrimEnd().Should().MatchRegex(@"\ncomplete, \d+ steps$");
    }

    [Fact]
    public void It_tells_why_a_run_was_refused()
        => Trace(KataSource.Attend("try { return null!; } finally { }"), "Attend").Output.TrimEnd().Should().EndWith("refused: try, 0 steps");

    [Fact]
    public void A_member_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var (code, _, error) = Trace(KataSource.Attend("return null!;"), "Attention");
        code.Should().Be(1);
        error.Should().Contain("There is no member 'Attention'. There are: SelfAttention.Softmax, SelfAttention.Attend, SelfAttention.Forward.");
    }

    [Theory]
    [InlineData("public class Plain { public void M() { } }", "M", "No type in")]
    [InlineData("public class Broken { int x = \"text\"; }", "M", "does not compile")]
    public void A_file_without_a_contract_is_an_error(string source, string name, string reason)
    {
        var (code, _, error) = Trace(source, name);
        code.Should().Be(1);
        error.Should().Contain(reason);
    }

    [Fact]
    public void Wrong_arguments_are_an_error()
    {
        using var error = new StringWriter();
        TraceCommand.Run([], TextWriter.Null, error).Should().Be(1);
        TraceCommand.Run(["no-such-file.cs", "Attend"], TextWriter.Null, error).Should().Be(1);
        error.ToString().Should().Contain("Usage: ").And.Contain("There is no file 'no-such-file.cs'.");
    }

    private (int Code, string Output, string Error) Trace(string source, string name)
    {
        File.WriteAllText(_file, source);
        using var text = new StringWriter();
        using var error = new StringWriter();
        var code = TraceCommand.Run([_file, name], text, error);
        output.WriteLine(text.ToString());
        return (code, text.ToString(), error.ToString());
    }
}
