using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>What a key asks the practice to do.</summary>
internal enum KeyOutcome
{
    Nothing,
    Leave,
    Finish,
    GiveUp,
}

/// <summary>The keys of the practice screen. What ends a session is asked for twice, unless everything passes.</summary>
internal sealed class PracticeKeys(CommandContext context, KataEntry entry, PracticeScreen screen)
{
    private char? _confirming;

    /// <summary>Takes a key, if one was pressed, and does what it asks for.</summary>
    public KeyOutcome Obey(SessionView? session)
    {
        if (context.Host.Keyboard?.Next() is not { } pressed)
        {
            return KeyOutcome.Nothing;
        }

        var key = char.ToLowerInvariant(pressed);
        var confirmed = _confirming == key;
        _confirming = null;
        screen.Notice = null;
        switch (key)
        {
            case 'q' or '\u0003':
                return KeyOutcome.Leave;
            case 'h':
                screen.Notice = TakeHint(session);
                return KeyOutcome.Nothing;
            case 'p' when session is not null:
                screen.Notice = TogglePause(session);
                return KeyOutcome.Nothing;
            case 'f' when session is not null && (confirmed || screen.IsGreen):
                return KeyOutcome.Finish;
            case 'g' when session is not null && confirmed:
                return KeyOutcome.GiveUp;
            case 'f' or 'g' when session is not null:
                _confirming = key;
                screen.Notice = context.Texts[key == 'f' ? "ConfirmFinish" : "ConfirmGiveUp"];
                return KeyOutcome.Nothing;
            default:
                return KeyOutcome.Nothing;
        }
    }

    private string TakeHint(SessionView? session)
    {
        if (session?.Start.Mode == SessionMode.Interview)
        {
            return context.Texts["NoHintsInInterview"];
        }

        return new HintBook(context.Desk, entry, session).Take(member: null) is { } hint
            ? $"{context.Texts["HintLine", hint.Member, hint.Stage, hint.Stages]} {hint.Text}"
            : context.Texts["NoMoreHints"];
    }

    private string? TogglePause(SessionView session)
    {
        if (session.Start.Mode == SessionMode.Interview)
        {
            return context.Texts["NoPauseInInterview"];
        }

        if (session.IsPaused)
        {
            context.Desk.Resume(session);
            return null;
        }

        context.Desk.Pause(session);
        return context.Texts["PausedHere"];
    }
}
