namespace KataKit.Cli;

/// <summary>Something that the user has to know and can mend; its message says how.</summary>
internal sealed class CliException(string message, ExitCode code = ExitCode.Usage) : Exception(message)
{
    public ExitCode Code { get; } = code;
}
