using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace KataKit.TestLogger;

/// <summary>
/// Prints what <c>dotnet test</c> found about a kata as a learner wants to read it: <c>--logger kata</c>. Errors of the test platform
/// itself are left to its console logger, which always runs beside this one.
/// </summary>
[FriendlyName(FriendlyName)]
[ExtensionUri(ExtensionUri)]
public class KataLogger : ITestLoggerWithParameters
{
    /// <summary>The name for <c>--logger</c>.</summary>
    public const string FriendlyName = "kata";

    /// <summary>The identity that the test platform asks for.</summary>
    public const string ExtensionUri = "logger://KataKit/KataLogger/v1";

    /// <summary>The parameter that names the report's language as <c>PreferredUILang</c> does: <c>--logger "kata;language=zh-Hans"</c>.</summary>
    public const string LanguageParameter = "language";

    private const string XunitChatter = "[xUnit.net ";

    private readonly Page page;
    private readonly List<TestRecord> tests = [];
    private readonly List<string> output = [];
    private Report? report;

    /// <summary>Creates a logger that prints to the console; the test platform does.</summary>
    public KataLogger()
        : this(Page.OfConsole())
    {
    }

    /// <summary>Creates a logger that prints to a page.</summary>
    /// <param name="page">Where to print.</param>
    internal KataLogger(Page page) => this.page = page;

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory)
        => Initialize(events, new Dictionary<string, string?>());

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        // Parameters come from a command line, so their case is the user's.
        var language = parameters.FirstOrDefault(pair => pair.Key.Equals(LanguageParameter, StringComparison.OrdinalIgnoreCase)).Value;
        report = new Report(Texts.For(language), page.Columns);
        events.TestRunMessage += (_, message) => Add(message);
        events.TestResult += (_, result) => tests.Add(new TestRecord(result.Result));
        events.TestRunComplete += (_, run) => Print(run);
    }

    private void Add(TestRunMessageEventArgs message)
    {
        // What the answer prints arrives as information, between the remarks of xunit's adapter. Errors the console logger shows.
        if (message.Level == TestMessageLevel.Error || message.Message.StartsWith(XunitChatter, StringComparison.Ordinal))
        {
            return;
        }

        output.AddRange(message.Message.TrimEnd().Replace("\r\n", "\n").Split('\n'));
    }

    private void Print(TestRunCompleteEventArgs run)
    {
        var end = run switch
        {
            { IsCanceled: true } => RunEnd.Cancelled,
            { IsAborted: true } => RunEnd.Aborted,
            { Error: not null } => RunEnd.Aborted,
            _ => RunEnd.Completed,
        };
        page.Print(report!.Lines(tests, output, end));
    }
}
