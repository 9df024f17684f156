namespace KataKit.Cli;

/// <summary>The terminal's second screen, without a cursor. The first one, with all that was on it, comes back at the end.</summary>
internal sealed class TerminalScreen : IDisposable
{
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private const string Exit = "\u001b[?25h\u001b[?1049l";

    private readonly TextWriter? _output;

    /// <summary>Takes the screen.</summary>
    /// <param name="output">The terminal; <see langword="null"/> where there is none, and nothing happens.</param>
    public TerminalScreen(TextWriter? output)
    {
        _output = output;
        _output?.Write(Enter);
        _output?.Flush();
    }

    public void Dispose()
    {
        _output?.Write(Exit);
        _output?.Flush();
    }
}
