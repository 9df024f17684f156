namespace KataKit.Proofs;

/// <summary>
/// Files that nobody would write: no analyzer throws on any of them, and none takes more work than its budget. Every answer of the repository
/// is mangled so many times that there are ten thousand in all; a file is found again by its answer and its number.
/// </summary>
internal static class MangledAnswer
{
    /// <summary>Mangled files of one answer.</summary>
    public const int FilesPerAnswer = 14;

    // Work is counted in every so many files: it takes a second run.
    private const int CountedEvery = 5;
    private const int MostSteps = 200_000;
    private const long MostBytes = 200_000_000;

    /// <summary>Mangles an answer and has the analyzers look at it.</summary>
    /// <param name="file">The answer.</param>
    /// <param name="number">Which of its mangled files, from 0.</param>
    /// <exception cref="InvalidOperationException">An analyzer threw; the message names the file.</exception>
    public static async Task<MangledFile> AnalyzeAsync(KataFile file, int number)
    {
        // Not the same number for every answer, or the same manglings would come in the same order.
        var start = FixedChoice.NumberOf(file.ToString());
        var (what, source) = Mangling.Mangle(file, unchecked((int)start + number));
        try
        {
            return await MangledFile.Of(what, source, counts: (start + number) % CountedEvery == 0);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{what}: {exception.InnerException ?? exception}", exception);
        }
    }

    /// <summary>Why a mangled file took too much work; <see langword="null"/> where it did not.</summary>
    public static string? ProblemOf(MangledFile mangled)
        => mangled.Work is { } work && (work.Steps > MostSteps || work.Bytes > MostBytes) ? $"the work of an analyzer is bounded: {mangled}" : null;

    /// <summary>Mangles an answer in all its ways.</summary>
    public static async Task<Checked> CheckAsync(KataFile file)
    {
        var problems = new List<string>();
        for (var number = 0; number < FilesPerAnswer; number++)
        {
            try
            {
                problems.AddRange(ProblemOf(await AnalyzeAsync(file, number)) is { } problem ? [problem] : []);
            }
            catch (InvalidOperationException exception)
            {
                problems.Add(exception.Message);
            }
        }

        return new Checked(FilesPerAnswer, problems);
    }
}
