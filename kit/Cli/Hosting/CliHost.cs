using KataKit.Grading;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary>All that the command has of the world around it, so that tests can give it another one.</summary>
internal sealed class CliHost
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader Input { get; init; }

    /// <summary>The clock; nothing else in the command reads one.</summary>
    public required TimeProvider Time { get; init; }

    public required string CurrentDirectory { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>The keys; <see langword="null"/> where there is no keyboard, as behind a pipe.</summary>
    public required IKeyboard? Keyboard { get; init; }

    /// <summary>The terminal's width and height; <see langword="null"/> where the output is no terminal.</summary>
    public required Func<(int Columns, int Rows)>? Size { get; init; }

    /// <summary>Builds a kata's project. Tests that bring a built kata put something else in its place.</summary>
    public required IKataBuilder Builder { get; init; }

    /// <summary>What an answer of the learner's own may use up.</summary>
    public GradingLimits Limits { get; init; } = new();

    /// <summary>
    /// A grader with <see cref="Limits"/> that is warm already and outlives the command; <see langword="null"/> where each command makes its own.
    /// </summary>
    public KataGrader? Grader { get; init; }

    public CancellationToken Cancellation { get; init; }

    public bool IsTerminal => Size is not null;

    /// <summary>Whether the output is a terminal on which one can draw.</summary>
    public bool IsPainted => IsTerminal && Variable("TERM") != "dumb";

    /// <summary>Whether somebody looks at the error stream while the command runs.</summary>
    public bool IsErrorTerminal { get; init; }

    public static CliHost OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.In,
        Time = TimeProvider.System,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        Variable = Environment.GetEnvironmentVariable,
        Keyboard = Console.IsInputRedirected || Console.IsOutputRedirected ? null : new ConsoleKeyboard(),
        Size = Console.IsOutputRedirected ? null : SizeOfConsole,
        Builder = new DotnetKataBuilder(),
        IsErrorTerminal = !Console.IsErrorRedirected,
    };

    /// <summary>A console that writes to a writer, with colours only where a terminal shows them and nobody asked for none.</summary>
    public IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var colourless = !IsPainted || !string.IsNullOrEmpty(Variable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colourless ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colourless ? ColorSystemSupport.NoColors : Colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = Columns;
        return console;
    }

    /// <summary>The columns to fill: those of the terminal, else those that the environment names, else 80.</summary>
    public int Columns => Size is { } size ? Math.Max(size().Columns, 40)
        : int.TryParse(Variable("COLUMNS"), out var columns) && columns >= 40 ? columns
        : 80;

    /// <summary>The colours that the terminal says it has; the sixteen that all have where it says nothing.</summary>
    private ColorSystemSupport Colours
        => Variable("COLORTERM") is "truecolor" or "24bit" ? ColorSystemSupport.TrueColor
            : Variable("TERM")?.Contains("256color", StringComparison.Ordinal) == true || Variable("WT_SESSION") is not null ? ColorSystemSupport.EightBit
            : ColorSystemSupport.Standard;

    private static (int Columns, int Rows) SizeOfConsole()
    {
        try
        {
            return Console.WindowWidth > 0 ? (Console.WindowWidth, Console.WindowHeight) : (80, 24);
        }
        catch (IOException)
        {
            return (80, 24);
        }
    }
}
