using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>What the command tells the shell. The numbers are documented and stay as they are.</summary>
internal enum ExitCode
{
    /// <summary>Done; where something was graded, it passed.</summary>
    Pass = 0,

    /// <summary>A test failed.</summary>
    Fail = 1,

    /// <summary>The command line, or what it asks for at this moment, makes no sense.</summary>
    Usage = 2,

    /// <summary>The answer does not compile.</summary>
    BuildError = 3,

    /// <summary>A test ran out of time.</summary>
    Timeout = 4,

    /// <summary>The answer broke the process that ran it.</summary>
    Crash = 5,

    /// <summary>There was no test to run.</summary>
    NoTests = 6,

    /// <summary>The answer used too much memory.</summary>
    Memory = 7,

    /// <summary>The answer was not run: it uses interfaces that a stranger's answer may not use.</summary>
    Refused = 8,

    /// <summary>The kit itself failed; nothing is known about the answer.</summary>
    Internal = 70,

    /// <summary>Interrupted.</summary>
    Interrupted = 130,
}

internal static class ExitCodes
{
    /// <summary>The exit code that tells a verdict.</summary>
    public static ExitCode Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => ExitCode.Pass,
        Verdict.Fail => ExitCode.Fail,
        Verdict.BuildError => ExitCode.BuildError,
        Verdict.Timeout => ExitCode.Timeout,
        Verdict.Crash => ExitCode.Crash,
        Verdict.NoTests => ExitCode.NoTests,
        Verdict.Memory => ExitCode.Memory,
        Verdict.Refused => ExitCode.Refused,
        _ => ExitCode.Internal,
    };
}
