using System.Text.RegularExpressions;

namespace KataKit.TestLogger;

/// <summary>A failed test's message and stack trace, reduced to what helps a learner.</summary>
internal sealed class Failure
{
    private const string NotImplemented = "System.NotImplementedException";
    private const string SpecNamespace = "KataKit.Specs.";

    // xunit writes "Type : message", inner exceptions on further lines behind dashes, and no type for its own exceptions.
    private static readonly Regex TypedMessage = new(@"^(?<type>(?:[A-Za-z_][\w+`]*\.)*[A-Za-z_][\w+`]*Exception) : ", RegexOptions.CultureInvariant);
    private static readonly Regex InnerException = new(@"^-{4,} (?<rest>.*)$", RegexOptions.CultureInvariant);

    // A property that breaks by an exception quotes it whole, and ends with a remark behind the last frame: "at A.B() (seed 7)".
    private static readonly Regex Frame = new(
        @"^\s{2,}at .+?\)(?: in (?<file>.+?):line (?<line>\d+))?(?<remark> \([^()]*\))?$", RegexOptions.CultureInvariant);

    private static readonly Regex FrameSeparator = new("^--- .* ---$", RegexOptions.CultureInvariant);

    private Failure(FailureKind kind, string type, IReadOnlyList<string> message, string location)
    {
        Kind = kind;
        ExceptionType = type;
        Message = message;
        Location = location;
    }

    /// <summary>Why the test failed.</summary>
    public FailureKind Kind { get; }

    /// <summary>The short name of the exception that escaped; empty for a broken property.</summary>
    public string ExceptionType { get; }

    /// <summary>The message, a line an entry, without stack frames.</summary>
    public IReadOnlyList<string> Message { get; }

    /// <summary>Where the learner's code threw, as <c>SelfAttention.cs:12</c>; empty where that is unknown or of no use.</summary>
    public string Location { get; }

    /// <summary>Reads a failed result.</summary>
    /// <param name="errorMessage">The message as xunit composed it.</param>
    /// <param name="stackTrace">The stack trace.</param>
    /// <param name="testAssembly">The path of the test assembly, which is built below the folder of the kata.</param>
    /// <returns>The failure.</returns>
    public static Failure Parse(string? errorMessage, string? stackTrace, string testAssembly)
    {
        var lines = Lines(errorMessage ?? "");
        var type = TypeOf(lines[0], out var firstLine);
        if (type == NotImplemented)
        {
            return new Failure(FailureKind.NotWritten, ShortName(type), [], "");
        }

        lines[0] = firstLine;
        var location = FirstLocation(lines.Concat(Lines(stackTrace ?? "")), testAssembly);
        var message = WithoutFrames(lines).Select(WithoutInnerDashes).ToList();
        var thrown = type.Length > 0 && !type.StartsWith(SpecNamespace, StringComparison.Ordinal);
        var quotesException = message.Count < lines.Length;
        return thrown
            ? new Failure(FailureKind.Threw, ShortName(type), message, location)
            : new Failure(FailureKind.Wrong, "", message, quotesException ? location : "");
    }

    private static string[] Lines(string text) => text.TrimEnd().Replace("\r\n", "\n").Split('\n');

    private static string TypeOf(string line, out string rest)
    {
        var match = TypedMessage.Match(line);
        rest = match.Success ? line.Substring(match.Length) : line;
        return match.Groups["type"].Value;
    }

    private static string ShortName(string type) => type.Substring(type.LastIndexOfAny(['.', '+']) + 1);

    private static List<string> WithoutFrames(IEnumerable<string> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
        {
            var frame = Frame.Match(line);
            if (!frame.Success && !FrameSeparator.IsMatch(line))
            {
                kept.Add(line.TrimEnd());
            }
            else if (kept.Count > 0)
            {
                kept[kept.Count - 1] += frame.Groups["remark"].Value;
            }
        }

        return kept;
    }

    private static string WithoutInnerDashes(string line)
    {
        var inner = InnerException.Match(line);
        if (!inner.Success)
        {
            return line;
        }

        var type = TypeOf(inner.Groups["rest"].Value, out var message);
        return type.Length > 0 ? $"{ShortName(type)}: {message}" : message;
    }

    private static string FirstLocation(IEnumerable<string> lines, string testAssembly)
    {
        foreach (var line in lines)
        {
            var frame = Frame.Match(line);
            if (frame.Groups["file"].Success && IsBesideProjectOf(testAssembly, frame.Groups["file"].Value))
            {
                return $"{FileName(frame.Groups["file"].Value)}:{frame.Groups["line"].Value}";
            }
        }

        return "";
    }

    // The learner's files lie in the folder below which bin/ holds the test assembly; the kit's and the packages' do not.
    private static bool IsBesideProjectOf(string testAssembly, string file)
    {
        var folder = Normal(file);
        folder = folder.Substring(0, folder.LastIndexOf('/') + 1);
        return folder.Length > 0 && Normal(testAssembly).StartsWith(folder, StringComparison.Ordinal);
    }

    private static string FileName(string file) => Normal(file).Substring(Normal(file).LastIndexOf('/') + 1);

    private static string Normal(string path) => path.Replace('\\', '/');
}
