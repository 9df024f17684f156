namespace KataKit.Grading;

/// <summary>Reads answers, whichever way they are kept: as C#, or as an edit of another answer.</summary>
public static class AnswerText
{
    /// <summary>The extension of an edit. Editors and web sites colour such files.</summary>
    public const string EditExtension = ".diff";

    /// <summary>Whether a file is an answer by its name: C#, or an edit.</summary>
    public static bool IsAnswer(string path) => path.EndsWith(".cs", StringComparison.Ordinal) || IsEdit(path);

    /// <summary>Whether a file is an edit by its name.</summary>
    public static bool IsEdit(string path) => path.EndsWith(EditExtension, StringComparison.Ordinal);

    /// <summary>Reads an answer.</summary>
    /// <param name="path">A file of C#, or an edit in <c>tests/Submissions/Track/Kata/wrong</c>.</param>
    /// <returns>The whole answer.</returns>
    /// <exception cref="FormatException">It is an edit that cannot be read, or that does not apply to its base; the message names the file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        if (!IsEdit(path))
        {
            return File.ReadAllText(path);
        }

        try
        {
            var edit = AnswerEdit.Parse(File.ReadAllText(path));
            return edit.Apply(File.ReadAllText(BasePath(Path.GetFullPath(path), edit.Base)));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Where the base of an edit lies: beside it in <c>right</c>, or among the solutions.</summary>
    private static string BasePath(string edit, string name)
    {
        var evidence = Path.GetDirectoryName(Path.GetDirectoryName(edit));
        var path = evidence is null ? name : Path.GetFullPath(Path.Combine(evidence, name == AnswerEdit.Solution ? SolutionOf(evidence) : name));
        return File.Exists(path)
            ? path
            : throw new FormatException($"Its base '{name}' is not there: '{path}'. An edit lies in tests/Submissions/<Track>/<Kata>/wrong, and its base beside that folder.");
    }

    private static string SolutionOf(string evidence)
    {
        var (kata, track) = (Path.GetFileName(evidence), Path.GetFileName(Path.GetDirectoryName(evidence)));
        return Path.Combine("..", "..", "..", "..", "solutions", track ?? "", kata, kata + ".cs");
    }
}
