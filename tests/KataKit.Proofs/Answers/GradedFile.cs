using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>A source file, compiled, analyzed and graded.</summary>
/// <param name="Kata">The kata that it answers.</param>
/// <param name="Path">The file.</param>
/// <param name="Source">Its text.</param>
/// <param name="Compiled">What compiler and analyzers made of it.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="Time">From the text to the verdict.</param>
internal sealed record GradedFile(Kata Kata, string Path, string Source, CompiledSubmission Compiled, Grade Grade, TimeSpan Time)
{
    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
