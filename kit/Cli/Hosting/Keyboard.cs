namespace KataKit.Cli;

/// <summary>The keys that somebody presses while a screen is shown.</summary>
internal interface IKeyboard
{
    /// <summary>Takes the next key without waiting.</summary>
    /// <returns>Its character; <see langword="null"/> where no key was pressed.</returns>
    char? Next();
}

internal sealed class ConsoleKeyboard : IKeyboard
{
    public char? Next() => Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;
}
