using System.Globalization;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>What the analyzers made of one mangled file.</summary>
/// <param name="What">The file and how it was mangled.</param>
/// <param name="Reports">How many findings there are.</param>
/// <param name="Work">The work of the interpreter, where it was counted.</param>
internal sealed record FuzzRun(string What, int Reports, InterpreterWork? Work)
{
    /// <summary>Analyzes a file.</summary>
    /// <param name="what">The file and how it was mangled.</param>
    /// <param name="source">Its text.</param>
    /// <param name="counts">Whether the work is counted, for which the interpreter runs once more.</param>
    /// <exception cref="InvalidOperationException">An analyzer threw.</exception>
    public static async Task<FuzzRun> Of(string what, string source, bool counts)
    {
        var compilation = KataCompilation.Compile(source);
        var found = await Findings.In(compilation);
        return new FuzzRun(what, found.Count, counts ? InterpreterWork.In(compilation) : null);
    }

    public override string ToString() => $"{Work}: {What}";
}

/// <summary>How much the interpreter did in a file: counts, which no clock and no other process can disturb.</summary>
/// <param name="Compiles">Whether the compiler has no error.</param>
/// <param name="Steps">The operations that were evaluated, from all members of the contract together.</param>
/// <param name="Bytes">What was allocated meanwhile.</param>
internal sealed record InterpreterWork(bool Compiles, int Steps, long Bytes)
{
    /// <summary>Runs the interpreter over a file and counts.</summary>
    public static InterpreterWork In(Compilation compilation)
    {
        // The host looks no further into a file that the parser does not understand.
        if (compilation.SyntaxTrees.SelectMany(x => x.GetDiagnostics()).Any(x => x.Severity == DiagnosticSeverity.Error))
        {
            return new InterpreterWork(false, 0, 0);
        }

        var (steps, bytes) = (0, 0L);
        foreach (var (_, run) in KataRuns.Prepare(compilation))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            steps += run().Steps;
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new InterpreterWork(!compilation.GetDiagnostics().Any(x => x.Severity == DiagnosticSeverity.Error), steps, bytes);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Steps,6} steps, {Bytes / 1024,6} kB");
}
