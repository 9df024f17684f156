namespace VerifyTests;

/// <summary>Whether a text that differs is accepted.</summary>
/// <param name="typeName">The test's class; only Verify knows it.</param>
/// <param name="methodName">The test; only Verify knows it.</param>
/// <param name="verifiedFile">The file that holds the accepted text.</param>
public delegate bool GlobalAutoVerify(string typeName, string methodName, string verifiedFile);

/// <summary>What holds for all snapshots.</summary>
public static class VerifierSettings
{
    private static GlobalAutoVerify _autoVerify = (_, _, _) => false;

    /// <summary>Says which texts that differ are accepted from now on.</summary>
    public static void AutoVerify(GlobalAutoVerify autoVerify) => _autoVerify = autoVerify;

    internal static bool Accepts(string verifiedFile) => _autoVerify("", "", verifiedFile);
}
