using System.Threading.Channels;

namespace KataKit.Cli;

/// <summary>Tells when the learner's file may have changed.</summary>
/// <remarks>The system's notices are quick but get lost on some file systems, so whoever waits should look by himself now and then too.</remarks>
internal sealed class SourceWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <summary>Begins to watch.</summary>
    /// <param name="path">The file. Editors replace it as well as write to it, so its folder is watched.</param>
    /// <param name="signals">Gets a signal for each notice.</param>
    public SourceWatch(string path, ChannelWriter<PracticeSignal> signals)
    {
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
        {
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        _watcher.Changed += Notify;
        _watcher.Created += Notify;
        _watcher.Renamed += Notify;
        _watcher.EnableRaisingEvents = true;

        void Notify(object sender, FileSystemEventArgs notice) => signals.TryWrite(PracticeSignal.Changed);
    }

    public void Dispose() => _watcher.Dispose();
}

/// <summary>What a practice wakes up for.</summary>
internal enum PracticeSignal
{
    /// <summary>The file may have changed.</summary>
    Changed,

    /// <summary>A grade is ready.</summary>
    Graded,

    /// <summary>A moment has passed: look at the clock, the keys and the file.</summary>
    Tick,
}
