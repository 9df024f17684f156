using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using KataKit.Grading;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary><c>kata grade --sandbox</c>: what an answer could do to the machine it cannot do in there, and its grade tells that it could not.</summary>
public sealed class SandboxCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public void Dispose() => _kit.Dispose();

    [SandboxFact]
    public async Task An_answer_that_deletes_files_finds_none()
    {
        var victim = _kit.PathOf("thesis.txt");
        Add($"""System.IO.File.ReadAllText("{victim}"); System.IO.File.Delete("{victim}");""");

        await File.WriteAllTextAsync(victim, "three years of work");
        (await GradeAsync("--sandbox")).Should().Be("fail");
        File.Exists(victim).Should().BeTrue();

        (await GradeAsync()).Should().Be("pass", "otherwise this test would show nothing");
        File.Exists(victim).Should().BeFalse();
    }

    [SandboxFact]
    public async Task An_answer_that_calls_home_reaches_nobody()
    {
        using var home = new TcpListener(IPAddress.Loopback, port: 0);
        home.Start();
        Add($"""using var client = new System.Net.Sockets.TcpClient("127.0.0.1", {((IPEndPoint)home.LocalEndpoint).Port});""");

        (await GradeAsync("--sandbox")).Should().Be("fail");
        home.Pending().Should().BeFalse();

        (await GradeAsync()).Should().Be("pass", "otherwise this test would show nothing");
        home.Pending().Should().BeTrue();
    }

    [SandboxFact]
    public async Task A_right_answer_passes_and_a_stranger_is_refused_all_the_same()
    {
        Add("");
        (await GradeAsync("--sandbox")).Should().Be("pass");

        Add("""System.IO.File.Delete("/etc/passwd");""");
        (await _kit.RunAsync("grade", "answer.cs", "--sandbox")).Code.Should().Be(ExitCode.Refused, "the sandbox is no reason to trust anybody");
    }

    private async Task<string> GradeAsync(params string[] options)
    {
        var outcome = await _kit.RunAsync(["grade", "answer.cs", "--trusted", "--json", .. options]);
        return outcome.Json[0]!["verdict"]!.GetValue<string>();
    }

    /// <summary>A right answer that does something else first, once.</summary>
    private void Add(string attack)
        => File.WriteAllText(_kit.PathOf("answer.cs"), LearnersKit.LinkedListSolution.Replace(
            "public static ListNode? Reverse(",
            $$"""
            static ReverseLinkedList()
            {
                {{attack}}
            }

            public static ListNode? Reverse(
            """,
            StringComparison.Ordinal));
}

/// <summary>A fact that needs the sandbox, and is skipped with the reason where there is none.</summary>
public sealed class SandboxFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Reason = new(Bubblewrap.WhyUnavailable);

    public SandboxFactAttribute() => Skip = Reason.Value;
}
