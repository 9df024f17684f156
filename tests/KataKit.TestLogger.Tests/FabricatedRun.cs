using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace KataKit.TestLogger.Tests;

/// <summary>A test run whose events the test makes up, and the report that the logger prints of it.</summary>
internal sealed class FabricatedRun : TestLoggerEvents
{
    private const string Folder = "/home/ada/KataKit/katas/Attention/SelfAttention";

    private readonly StringWriter report = new() { NewLine = "\n" };

    public FabricatedRun(string language = "en", int columns = 80)
        => new KataLogger(new Page(report, columns, coloured: false))
            .Initialize(this, new Dictionary<string, string?> { ["Language"] = language });

    public override event EventHandler<TestRunMessageEventArgs>? TestRunMessage;

    public override event EventHandler<TestResultEventArgs>? TestResult;

    public override event EventHandler<TestRunCompleteEventArgs>? TestRunComplete;

    // The rest of the platform's events a report of results has no use for.
#pragma warning disable CS0067
    public override event EventHandler<TestRunStartEventArgs>? TestRunStart;

    public override event EventHandler<DiscoveryStartEventArgs>? DiscoveryStart;

    public override event EventHandler<TestRunMessageEventArgs>? DiscoveryMessage;

    public override event EventHandler<DiscoveredTestsEventArgs>? DiscoveredTests;

    public override event EventHandler<DiscoveryCompleteEventArgs>? DiscoveryComplete;
#pragma warning restore CS0067

    public FabricatedRun Passes(string test) => Ends(test, TestOutcome.Passed);

    public FabricatedRun Skips(string test, string reason) => Ends(test, TestOutcome.Skipped, reason);

    public FabricatedRun Fails(string test, string message, string? stackTrace = null)
        => Ends(test, TestOutcome.Failed, message, stackTrace);

    public FabricatedRun IsNotWritten(string test)
        => Fails(
            test,
            "System.NotImplementedException : The method or operation is not implemented.",
            $"   at KataKit.Katas.SelfAttention.Softmax(Matrix`1 logits) in {Folder}/SelfAttention.cs:line 9");

    public FabricatedRun Says(string message, TestMessageLevel level = TestMessageLevel.Informational)
    {
        TestRunMessage?.Invoke(this, new TestRunMessageEventArgs(level, message));
        return this;
    }

    public string Completes() => End(cancelled: false, aborted: false);

    public string Aborts() => End(cancelled: false, aborted: true);

    public string IsCancelled() => End(cancelled: true, aborted: false);

    private FabricatedRun Ends(string test, TestOutcome outcome, string? message = null, string? stackTrace = null)
    {
        var method = "KataKit.Katas.SelfAttentionTests." + test;
        var testCase = new TestCase(
            method.Split('(')[0], new Uri("executor://xunit/VsTestRunner2"), Folder + "/bin/Debug/net10.0/SelfAttention.dll");
        TestResult?.Invoke(this, new TestResultEventArgs(new TestResult(testCase)
        {
            DisplayName = method,
            Outcome = outcome,
            ErrorMessage = message,
            ErrorStackTrace = stackTrace,
        }));
        return this;
    }

    private string End(bool cancelled, bool aborted)
    {
        TestRunComplete?.Invoke(this, new TestRunCompleteEventArgs(null, cancelled, aborted, null, null, TimeSpan.Zero));
        return report.ToString();
    }
}
