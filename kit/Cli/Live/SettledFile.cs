namespace KataKit.Cli;

/// <summary>
/// A file that somebody may be writing just now. Many editors empty it first and write it then; what stands there in between is no save.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="time">The clock.</param>
/// <param name="lookAgain">Called when it is time to look a second time.</param>
internal sealed class SettledFile(string path, TimeProvider time, Action lookAgain)
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(10);

    private string? _seen;
    private long _seenSince;
    private ITimer? _second;

    /// <summary>Reads the file.</summary>
    /// <returns>Its text, and whether that has not changed for a moment; <see langword="null"/> where the file is gone or held.</returns>
    public (string Source, bool IsSettled)? Read()
    {
        if (TryRead() is not { } text)
        {
            _seen = null;
            return null;
        }

        if (text == _seen)
        {
            return (text, time.GetElapsedTime(_seenSince) >= Settling);
        }

        _seen = text;
        _seenSince = time.GetTimestamp();
        _second?.Dispose();
        _second = time.CreateTimer(_ => lookAgain(), null, Settling, Timeout.InfiniteTimeSpan);
        return (text, false);
    }

    private string? TryRead()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
