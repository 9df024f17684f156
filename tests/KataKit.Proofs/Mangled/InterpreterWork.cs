using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

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
