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

        var text = WithoutMachine(transcript.ToString(), Texts.For(language));
        await Verify(text).UseDirectory("../texts/screens").UseFileName($"author.{language}");
    }

    /// <summary>The doctor names the machine: its .NET, and whether it has a sandbox.</summary>
    private static string WithoutMachine(string text, Texts texts)
    {
        var sandbox = Bubblewrap.WhyUnavailable() is { } reason ? "--  " + texts["NoSandbox", reason] : "ok  " + texts["DoctorSandbox"];
        var runtime = texts["DoctorRuntime", Environment.Version, RuntimeInformation.RuntimeIdentifier];
        return text
            .Replace(runtime, texts["DoctorRuntime", "<version>", "<platform>"], StringComparison.Ordinal)
            .Replace(sandbox, "<whether there is a sandbox>", StringComparison.Ordinal);
    }
}
