using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KataKit.Grading;

/// <summary>
/// A wrong answer as a small edit of a right one. The text is a header, <c>key: value</c> a line, and hunks. A hunk begins with a line
/// <c>@@</c>; its lines begin with a blank (context), <c>-</c> (goes) or <c>+</c> (comes). There are no line numbers: context and what
/// goes, taken together, must stand in the base exactly once. So an edit says itself where it belongs, or fails loudly.
/// </summary>
public sealed partial class AnswerEdit
{
    /// <summary>The name of the base that is the reference solution.</summary>
    public const string Solution = "solution";

    /// <summary>Who changes more lines writes an answer in a style of its own, which is kept whole.</summary>
    public const int MostLines = 30;

    private const string BaseKey = "base";
    private const string HunkMark = "@@";

    private readonly ImmutableArray<string> _header;
    private readonly ImmutableArray<Hunk> _hunks;

    private AnswerEdit(string @base, ImmutableArray<string> header, ImmutableArray<Hunk> hunks) => (Base, _header, _hunks) = (@base, header, hunks);

    /// <summary>The answer that is edited: <c>right/IndexLoops.cs</c>, or <see cref="Solution"/>.</summary>
    public string Base { get; }

    /// <summary>How many lines go and come.</summary>
    public int ChangedLines => _hunks.Sum(hunk => hunk.Changed);

    /// <summary>Reads an edit.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The edit.</returns>
    /// <exception cref="FormatException">It is no edit, names no base, or changes more than <see cref="MostLines"/> lines.</exception>
    public static AnswerEdit Parse(string text)
    {
        var lines = Lines(text).ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var header = lines.TakeWhile(line => line != HunkMark).ToList();
        var bases = header.Select(line => HeaderLine().Match(line) is { Success: true } match
                ? (Key: match.Groups["key"].Value, Value: match.Groups["value"].Value)
                : throw new FormatException($"'{line}' is no line of a header, 'key: value'. A header ends with the first line '{HunkMark}'."))
            .Where(line => line.Key == BaseKey)
            .ToList();
        var edit = new AnswerEdit(
            bases is [var only] ? only.Value : throw new FormatException($"The header must name the answer that is edited once: 'base: right/….cs' or 'base: {Solution}'."),
            [.. header.Where(line => !line.StartsWith(BaseKey + ":", StringComparison.Ordinal))],
            [.. Hunks(lines, header.Count)]);
        return edit.ChangedLines switch
        {
            0 => throw new FormatException($"It changes nothing: '{HunkMark}' and the lines of a hunk are missing."),
            > MostLines => throw new FormatException($"It changes {edit.ChangedLines} lines; more than {MostLines} are no edit. Choose a nearer base, or keep the answer whole, as C#."),
            _ => edit,
        };
    }

    /// <summary>Carries the edit out.</summary>
    /// <param name="text">The text of the base. Its own header is replaced by that of the edit.</param>
    /// <returns>The wrong answer, with <c>\n</c> between lines and its header as comments.</returns>
    /// <exception cref="FormatException">A hunk does not stand in the base exactly once, or two of them meet.</exception>
    public string Apply(string text)
    {
        var lines = Lines(text).SkipWhile(SubmissionHeader.IsHeaderLine).ToArray();
        var result = _header.Select(line => "// " + line).ToList();
        var at = 0;
        foreach (var (hunk, start) in _hunks.Select(hunk => (Hunk: hunk, Start: hunk.PlaceIn(lines, Base))).OrderBy(hunk => hunk.Start))
        {
            if (start < at)
            {
                throw new FormatException($"The hunk in line {hunk.Line} changes lines of {Base} that another hunk is about; make one hunk of both.");
            }

            result.AddRange(lines[at..start]);
            result.AddRange(hunk.After);
            at = start + hunk.Before.Length;
        }

        result.AddRange(lines[at..]);
        return string.Join('\n', result);
    }

    private static IEnumerable<Hunk> Hunks(List<string> lines, int start)
    {
        while (start < lines.Count)
        {
            var end = lines.FindIndex(start + 1, line => line == HunkMark);
            end = end < 0 ? lines.Count : end;
            yield return Hunk.Parse(lines[(start + 1)..end], start + 1);
            start = end;
        }
    }

    // Not every line break of Unicode: some of the answers hold such characters.
    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    [GeneratedRegex(@"^(?<key>[a-z]+): (?<value>\S.*?)\s*$")]
    private static partial Regex HeaderLine();

    /// <summary>A place that changes.</summary>
    /// <param name="Line">The line of its mark in the edit, from 1.</param>
    /// <param name="Before">What stands there in the base.</param>
    /// <param name="After">What stands there afterwards.</param>
    /// <param name="Changed">How many lines go and come.</param>
    private sealed record Hunk(int Line, string[] Before, string[] After, int Changed)
    {
        public static Hunk Parse(List<string> lines, int line)
        {
            // An empty line of context has lost its blank to an editor.
            var signs = lines.ConvertAll(x => x.Length == 0 ? ' ' : x[0]);
            var rest = lines.ConvertAll(x => x.Length == 0 ? x : x[1..]);
            if (signs.FindIndex(sign => sign is not (' ' or '-' or '+')) is >= 0 and var odd)
            {
                throw new FormatException($"Line {line + odd + 1} of the edit begins with '{signs[odd]}'; a line of a hunk begins with a blank, '-' or '+'.");
            }

            return new Hunk(
                line,
                [.. rest.Where((_, i) => signs[i] != '+')],
                [.. rest.Where((_, i) => signs[i] != '-')],
                signs.Count(sign => sign != ' '));
        }

        /// <summary>The index of the first of the hunk's lines in the base.</summary>
        public int PlaceIn(string[] lines, string name)
        {
            var places = Before.Length == 0 ? [] : Enumerable.Range(0, Math.Max(0, lines.Length - Before.Length + 1))
                .Where(start => lines.AsSpan(start, Before.Length).SequenceEqual(Before))
                .ToList();
            return places is [var only]
                ? only
                : throw new FormatException($"The lines of the hunk in line {Line}, without those that come, stand {places.Count} times in {name}; they must stand there once.");
        }
    }
}
