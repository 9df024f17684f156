using System.Text.RegularExpressions;
using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>
/// A code block of a page. The words after the fence say what it is: <c>csharp attend</c> and <c>csharp forward</c> are the body of that
/// member in a self-attention kata (<see cref="KataSource"/>), <c>csharp Pca.Fit</c> is the body of that member in the solution of that
/// kata, <c>csharp file</c> is a complete file, and anything that is not <c>csharp</c> is not code to compile.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of the fence.</param>
/// <param name="Section">The heading above.</param>
/// <param name="Info">What follows the fence.</param>
/// <param name="Code">The text.</param>
internal sealed partial record Sample(string Page, int Line, string Section, string Info, string Code)
{
    /// <summary>Whether the block is C#, all of which is compiled.</summary>
    public bool IsCSharp => Info.Split(' ')[0] == "csharp";

    /// <summary>The complete file.</summary>
    /// <exception cref="FormatException">The fence does not say where the code belongs.</exception>
    public string Source
        => Info switch
        {
            "csharp attend" => KataSource.Attend(Code),
            "csharp forward" => KataSource.Forward(Code),
            "csharp file" => Code,
            _ when Member().Match(Info) is { Success: true } member => KataSource.WithBody(member.Groups[1].Value, member.Groups[2].Value, Code),
            _ => throw new FormatException($"{this}: '```{Info}' does not say where the code belongs: attend, forward, <Kata>.<Member> or file."),
        };

    /// <summary>The lines of the file that a comment marks, from 1, each with the rule that must report there.</summary>
    public IReadOnlyList<(string Rule, int Line)> Marks
        => [.. Mark().Matches(Source).Select(x => (x.Groups[1].Value, Source.AsSpan(0, x.Index).Count('\n') + 1))];

    /// <summary>A text without the comments that mark lines.</summary>
    public static string WithoutMarks(string text) => Mark().Replace(text, string.Empty);

    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex(@"^csharp (\w+)\.(\w+)\z")]
    private static partial Regex Member();

    [GeneratedRegex(@" *// (KATA\d{4})$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
