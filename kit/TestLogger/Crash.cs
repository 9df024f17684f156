using System.Text.RegularExpressions;

namespace KataKit.TestLogger;

/// <summary>The trace that the runtime leaves behind when it ends the process: a stack overflow, an unhandled exception on a thread.</summary>
internal sealed class Crash
{
    private static readonly Regex Frame = new(@"^\s+at (?<method>[^(]+)", RegexOptions.CultureInvariant);

    private Crash(IReadOnlyList<string> output, string? method)
    {
        Output = output;
        Method = method;
    }

    /// <summary>The output without the frames; the test platform has shown them all.</summary>
    public IReadOnlyList<string> Output { get; }

    /// <summary>The innermost method of the answer; <see langword="null"/> where none is on the stack.</summary>
    public string? Method { get; }

    /// <summary>Takes the trace out of the output of a run that broke off.</summary>
    /// <param name="output">The lines.</param>
    /// <returns>What is left, and the method.</returns>
    public static Crash Read(IReadOnlyList<string> output)
    {
        const string KataNamespace = "KataKit.Katas.";
        var method = output.Select(line => Frame.Match(line).Groups["method"].Value)
            .FirstOrDefault(name => name.StartsWith(KataNamespace, StringComparison.Ordinal));
        return new Crash([.. output.Where(line => !Frame.IsMatch(line))], method?.Substring(KataNamespace.Length));
    }
}
