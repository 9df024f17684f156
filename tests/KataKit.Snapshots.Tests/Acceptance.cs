using System.Runtime.CompilerServices;
using KataKit.Cli.Tests;
using VerifyTests;

namespace KataKit.Snapshots.Tests;

/// <summary>How somebody says that the new texts are right.</summary>
internal static class Acceptance
{
    /// <summary>What accepts every text that changed.</summary>
    public const string Command = Variable + "=1 dotnet test tests/KataKit.Snapshots.Tests";

    private const string Variable = "KATAKIT_ACCEPT_SNAPSHOTS";

    // Verify wants to be told before its first comparison.
    [ModuleInitializer]
    internal static void AcceptIfAskedTo()
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            // What a test has put elsewhere is not meant.
            VerifierSettings.AutoVerify((_, _, verified) => verified.StartsWith(LearnersKit.Repository, StringComparison.Ordinal));
        }
    }
}
