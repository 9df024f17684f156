namespace KataKit.Journal;

/// <summary>Keeps other processes out while it is held. The system lets go of it when the process ends, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock if nobody holds it.</summary>
    /// <param name="path">The lock's file; it is created where it does not exist, and stays.</param>
    /// <returns>The lock, or <see langword="null"/> where somebody else holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, waiting for whoever holds it.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="attempts">How often to try, 10 ms apart.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="IOException">Somebody else held it all the time.</exception>
    public static FileLock Take(string path, int attempts = 1000)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (attempt >= attempts)
            {
                throw new IOException($"'{path}' is held by another process. Close the other `kata` command, then try again.");
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => _stream.Dispose();
}
