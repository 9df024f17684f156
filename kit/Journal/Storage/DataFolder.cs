namespace KataKit.Journal;

/// <summary>The folder that holds a learner's journal and attempts.</summary>
/// <param name="Path">Its full path; the folder need not exist.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The environment variable that names the folder where the command line does not.</summary>
    public const string Variable = "KATAKIT_DATA";

    /// <summary>The journal.</summary>
    public string JournalPath => System.IO.Path.Combine(Path, "journal.jsonl");

    /// <summary>What was left of lines that were being written when a process or the machine stopped.</summary>
    public string TornPath => System.IO.Path.Combine(Path, "journal.torn");

    /// <summary>Held while a line is written.</summary>
    public string LockPath => System.IO.Path.Combine(Path, "journal.lock");

    /// <summary>Held while a screen watches a session.</summary>
    public string WatchLockPath => System.IO.Path.Combine(Path, "watch.lock");

    /// <summary>The attempts, named by content.</summary>
    public string AttemptsPath => System.IO.Path.Combine(Path, "attempts");

    /// <summary>Chooses the folder.</summary>
    /// <param name="given">What the command line says; may be <see langword="null"/>.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The folder given, else that of <see cref="Variable"/>, else one below the platform's folder for a user's data.</returns>
    public static DataFolder Choose(string? given, Func<string, string?> variable)
    {
        var chosen = given ?? variable(Variable);
        return new DataFolder(System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(chosen) ? Default() : chosen));
    }

    private static string Default()
    {
        // Empty where the account has no home folder, as in some containers.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(data.Length > 0 ? data : System.IO.Path.GetTempPath(), "katakit");
    }
}
