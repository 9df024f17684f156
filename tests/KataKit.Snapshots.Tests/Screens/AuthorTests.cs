using System.Runtime.InteropServices;
using KataKit.Cli;
using KataKit.Cli.Tests;
using KataKit.Grading;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>What the command tells those who look after a kit.</summary>
public sealed class AuthorTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task A_kit_is_looked_after(string language)
    {
        using var kit = new LearnersKit();
        kit.CopyPages();
        await kit.RunAsync("sync");
        var transcript = new Transcript(kit, language);
        File.Delete(kit.PathOf("katas/Attention/Attention.slnf"));
        await transcript.RunAsync("sync", "--check");
        await transcript.RunAsync("sync");
        await transcript.RunWideAsync("doctor");
        await transcript.RunAsync("new", "LayerNorm", "--track", "Training");
        await transcript.RunAsync("verify", "self");
        kit.Copy("tests/Submissions/Attention/SelfAttention/right/MatrixOperators.cs");
        await transcript.RunAsync("answer", "MatrixOperators", "--out", "Mine.cs");

        await Verify(WithoutMachine(transcript.ToString(), Texts.For(language))).UseDirectory("../texts/screens").UseFileName($"author.{language}");
    }

    /// <summary>The doctor names the machine: its .NET, and whether it has a sandbox.</summary>
    private static string WithoutMachine(string text, Texts texts)
    {
        var sandbox = Bubblewrap.WhyUnavailable() is { } reason ? "--  " + texts["NoSandbox", reason] : "ok  " + texts["DoctorSandbox"];
        return text
            .Replace(texts["DoctorRuntime", Environment.Version, RuntimeInformation.RuntimeIdentifier], texts["DoctorRuntime", "<version>", "<platform>"], StringComparison.Ordinal)
            .Replace(sandbox, "<whether there is a sandbox>", StringComparison.Ordinal);
    }
}
