namespace KataKit.Grading;

/// <summary>An answer, compiled, analyzed and graded.</summary>
/// <param name="Kata">The kata that it answers.</param>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Compiled">What the compiler and the analyzers say.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="Time">From the text to the verdict and the findings.</param>
public sealed record GradedSubmission(Kata Kata, string Path, CompiledSubmission Compiled, Grade Grade, TimeSpan Time);
