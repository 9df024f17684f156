using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>
/// Refuses sources that nobody would write and that the compiler may not survive: far too long, or nested far too deeply. The count looks at
/// characters, not at tokens, for the lexer itself is among what has to be guarded.
/// </summary>
internal static class SourceGuard
{
    /// <summary>Longer than any answer by a factor of ten; with it the stack of <see cref="CompilerThread"/> is deep enough for whatever is in a row.</summary>
    public const int MaxChars = 256 << 10;

    private const int MaxNesting = 500;

    /// <summary>An angle is mostly a comparison, which is never closed.</summary>
    private const int MaxAngles = 2000;

    /// <summary>Looks at a source.</summary>
    /// <returns>What is wrong with it; <see langword="null"/> where it can be compiled.</returns>
    public static Diagnostic? Check(string source)
    {
        if (source.Length > MaxChars)
        {
            return CompilerLimits.TooLong(MaxChars);
        }

        var (nesting, angles, previous) = (0, 0, '\0');
        foreach (var character in source)
        {
            nesting += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' && nesting > 0 ? -1 : 0;
            angles += character == '<' ? 1 : character == '>' && previous != '=' && angles > 0 ? -1 : 0;
            if (nesting > MaxNesting || angles > MaxAngles)
            {
                return CompilerLimits.TooDeep(MaxNesting);
            }

            previous = character;
        }

        return null;
    }
}
