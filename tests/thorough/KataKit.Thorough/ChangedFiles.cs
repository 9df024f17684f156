using System.Diagnostics;

namespace KataKit.Thorough;

/// <summary>What has changed in a work tree, committed or not, by git.</summary>
internal static class ChangedFiles
{
    /// <summary>The files that differ from a commit, from the root, with <c>/</c>; new ones that git does not ignore among them.</summary>
    /// <exception cref="InvalidOperationException">git says no: there is no such commit, or this is no repository.</exception>
    public static IReadOnlyCollection<string> Since(string commit, string root)
        => [.. Git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--"), .. Git(root, "ls-files", "--others", "--exclude-standard", "-z")];

    private static string[] Git(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result.Trim()}");
    }
}
