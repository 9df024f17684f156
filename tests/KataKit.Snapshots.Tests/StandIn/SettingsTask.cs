using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A comparison of a text with its file. As with Verify, a difference leaves what was received beside it.</summary>
public sealed class SettingsTask
{
    // As Verify writes them: with a byte order mark.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly ConcurrentDictionary<string, bool> Taken = [];

    private readonly string _received;
    private string _directory;
    private string? _name;
    private Task? _task;

    internal SettingsTask(string? target, string directory)
    {
        _received = Lines(string.IsNullOrEmpty(target) ? "emptyString" : target);
        _directory = directory;
    }

    /// <summary>Names the folder, from that of the test's file.</summary>
    public SettingsTask UseDirectory(string directory)
    {
        _directory = Path.GetFullPath(directory, _directory);
        return this;
    }

    /// <summary>Names the file, without <c>.verified.txt</c>.</summary>
    public SettingsTask UseFileName(string fileName)
    {
        _name = fileName;
        return this;
    }

    /// <summary>The comparison.</summary>
    public Task ToTask() => _task ??= CompareAsync();

    /// <summary>The comparison, to await.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>The comparison, to return from a test.</summary>
    public static implicit operator Task(SettingsTask settingsTask) => settingsTask.ToTask();

    private async Task CompareAsync()
    {
        var name = _name ?? throw new InvalidOperationException("The stand-in for Verify needs UseFileName; only Verify works a name out.");
        var prefix = Path.Combine(_directory, name);
        if (!Taken.TryAdd(prefix, true))
        {
            throw new InvalidOperationException($"The prefix has already been used: {prefix}. Two snapshots would share a file.");
        }

        var (receivedPath, verifiedPath) = (prefix + ".received.txt", prefix + ".verified.txt");
        Directory.CreateDirectory(_directory);
        File.Delete(receivedPath);
        var verified = File.Exists(verifiedPath) ? Lines(await File.ReadAllTextAsync(verifiedPath)) : null;

        // An editor that ends every file with a new line does no harm.
        if (verified == _received || verified == _received + "\n")
        {
            return;
        }

        var accepts = VerifierSettings.Accepts(verifiedPath);
        await File.WriteAllTextAsync(accepts ? verifiedPath : receivedPath, _received, Encoding);
        if (!accepts)
        {
            throw new VerifyException(Difference.Tell(verifiedPath, verified, receivedPath, _received));
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
