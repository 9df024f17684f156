using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>What the snapshots use of Verify.Xunit, for machines whose registry does not serve it: the same call, the same files.</summary>
public static class Verifier
{
    /// <summary>Compares a text with the one that was accepted.</summary>
    /// <param name="target">The text.</param>
    /// <param name="sourceFile">The test's file, from whose folder directories are counted; the compiler gives it.</param>
    /// <returns>The comparison, which begins when it is awaited or turned into a task.</returns>
    public static SettingsTask Verify(string? target, [CallerFilePath] string sourceFile = "")
        => new(target, Path.GetDirectoryName(sourceFile)!);
}
