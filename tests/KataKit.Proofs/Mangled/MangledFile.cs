using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

/// <summary>What the analyzers made of one mangled file.</summary>
/// <param name="What">The file and how it was mangled.</param>
/// <param name="Reports">How many findings there are.</param>
/// <param name="Work">The work of the interpreter, where it was counted.</param>
internal sealed record MangledFile(string What, int Reports, InterpreterWork? Work)
{
    /// <summary>Analyzes a file.</summary>
    /// <param name="what">The file and how it was mangled.</param>
    /// <param name="source">Its text.</param>
    /// <param name="counts">Whether the work is counted, for which the interpreter runs once more.</param>
    /// <exception cref="InvalidOperationException">An analyzer threw.</exception>
    public static async Task<MangledFile> Of(string what, string source, bool counts)
    {
        var compilation = KataCompilation.Compile(source);
        var found = await Findings.In(compilation);
        return new MangledFile(what, found.Count, counts ? InterpreterWork.In(compilation) : null);
    }

    public override string ToString() => $"{Work}: {What}";
}
