using System.Threading.Channels;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>Watches a kata: grades every save, keeps the clock, obeys the keys. Everything is in the journal before it is on the screen.</summary>
internal sealed class Practice
{
    private static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(50);

    private readonly CommandContext _context;
    private readonly KataEntry _entry;
    private readonly AttemptGrader _grader;
    private readonly SessionReferee _referee;
    private readonly PracticeKeys _keys;
    private readonly PracticeScreen _screen;
    private readonly Channel<PracticeSignal> _signals = Channel.CreateUnbounded<PracticeSignal>();
    private SessionView? _session;
    private readonly SettledFile _file;
    private readonly HashSet<string> _awaited = [];
    private string? _begun;
    private string? _source;
    private GradedAttempt? _graded;
    private long _journalLength;

    public Practice(CommandContext context, KataEntry entry, AttemptGrader grader)
    {
        _context = context;
        _entry = entry;
        _grader = grader;
        _referee = new SessionReferee(context);
        _file = new SettledFile(entry.Kata.StubPath, context.Host.Time, () => _signals.Writer.TryWrite(PracticeSignal.Changed));
        _screen = new PracticeScreen(context, entry);
        _keys = new PracticeKeys(context, entry, _screen);
    }

    /// <summary>Watches until the session ends or the learner leaves.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(_context.Desk.Folder.Path);
        using var alone = FileLock.TryTake(_context.Desk.Folder.WatchLockPath) ?? throw new CliException(_context.Texts["WatchedAlready"]);
        var open = _context.Desk.Read().Open;
        _session = open?.Kata == _entry.Id ? open : null;
        SessionView? ended = null;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var practising = _grader.PractiseAsync(leaving.Token);
        using (_screen.Open())
        {
            try
            {
                ended = await WatchAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Ctrl-C: what there is to say is said below, on the ordinary screen.
            }
            finally
            {
                await leaving.CancelAsync().ConfigureAwait(false);
                await practising.ConfigureAwait(false);
            }
        }

        return ended is not null ? new Debriefing(_context).Show(ended) : Leave(cancellation.IsCancellationRequested);
    }

    /// <returns>The session as it ended; <see langword="null"/> where the learner left.</returns>
    private async Task<SessionView?> WatchAsync(CancellationToken cancellation)
    {
        var lane = new GradingLane(_grader, _context.Host.Time, _signals.Writer);
        SessionEnding ending;
        await using (lane.ConfigureAwait(false))
        {
            using var watch = new SourceWatch(_entry.Kata.StubPath, _signals.Writer);
            await using var timer = _context.Host.Time.CreateTimer(
                _ => _signals.Writer.TryWrite(PracticeSignal.Tick), null, TickTime, TickTime).ConfigureAwait(false);
            _signals.Writer.TryWrite(PracticeSignal.Changed);
            if (await LoopAsync(lane, cancellation).ConfigureAwait(false) is not { } reason)
            {
                return null;
            }

            ending = reason;
        }

        return _session!.IsOpen ? await _referee.EndAsync(_session, ending, _grader, cancellation).ConfigureAwait(false) : _session;
    }

    /// <returns>Why the session ends; <see langword="null"/> where the learner leaves.</returns>
    private async Task<SessionEnding?> LoopAsync(GradingLane lane, CancellationToken cancellation)
    {
        while (true)
        {
            _screen.Draw(_session, lane.IsBusy);
            var signal = await _signals.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            ReadJournalIfItGrew();

            // The clock is looked at first: what is saved after the time is up does not count.
            if (_session is { } session && (!session.IsOpen || _referee.IsTimeUp(session)))
            {
                return session.End?.Ending ?? SessionEnding.TimeUp;
            }

            LookAtFile(lane);
            await TakeGradeAsync(lane).ConfigureAwait(false);
            if (signal == PracticeSignal.Tick)
            {
                lane.GiveUpIfOvertaken();
                switch (_keys.Obey(_session))
                {
                    case KeyOutcome.Leave:
                        return null;
                    case KeyOutcome.Finish:
                        return SessionEnding.Finished;
                    case KeyOutcome.GiveUp:
                        return SessionEnding.GaveUp;
                }
            }
        }
    }

    /// <summary>A text is graded as soon as it is seen, and is a save as soon as it has settled; nothing is shown of one that never does.</summary>
    private void LookAtFile(GradingLane lane)
    {
        if (_session is { IsPaused: true } || _file.Read() is not var (source, isSettled))
        {
            return;
        }

        if (source != _begun)
        {
            (_begun, _graded) = (source, null);

            // What stood there for a moment may have pushed the grade of the save aside.
            if (source != _source || _awaited.Contains(source))
            {
                lane.Submit(source);
            }
        }

        if (isSettled && source != _source)
        {
            _source = source;
            _awaited.Add(source);
            _context.Desk.RecordSave(_entry.Id, _session?.Id, source);
        }
    }

    private async Task TakeGradeAsync(GradingLane lane)
    {
        _graded = await lane.TakeAsync().ConfigureAwait(false) ?? _graded;
        if (_graded is { } attempt && _awaited.Remove(attempt.Source))
        {
            _graded = null;
            _screen.Show(_context.Desk.RecordGrade(_entry.Id, _session?.Id, attempt, _context.Desk.Now), attempt.Source, _session);
        }
    }

    /// <summary>This screen's own events come back this way, and those of other commands: a hint, a pause, the end.</summary>
    private void ReadJournalIfItGrew()
    {
        var file = new FileInfo(_context.Desk.Folder.JournalPath);
        if (_session is not null && file.Exists && file.Length != _journalLength)
        {
            _journalLength = file.Length;
            _session = _context.Desk.Read().Sessions.First(session => session.Id == _session.Id);
        }
    }

    /// <summary>The learner left, by key or by Ctrl-C: a practice waits for him; an interview does not.</summary>
    private ExitCode Leave(bool interrupted)
    {
        ReadJournalIfItGrew();
        if (_session is { IsOpen: true } session)
        {
            if (session.Start.Mode == SessionMode.Practice && !session.IsPaused)
            {
                _context.Desk.Pause(session);
            }

            _context.Say(session.Start.Mode == SessionMode.Practice ? "LeftPaused" : "LeftRunning", session.Kata);
        }

        return interrupted ? ExitCode.Interrupted : ExitCode.Pass;
    }
}
