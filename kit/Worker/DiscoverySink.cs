using System.Collections.Immutable;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KataKit.Worker;

/// <summary>Collects the tests that xunit finds. Two rows of a theory with the same arguments are one test, as xunit has it.</summary>
internal sealed class DiscoverySink : IMessageSink, IDisposable
{
    private readonly List<IXunitTestCase> _tests = [];
    private readonly ManualResetEventSlim _isComplete = new();

    /// <summary>Waits for the end of the discovery, which runs on a thread of its own.</summary>
    public ImmutableArray<IXunitTestCase> WaitForTests()
    {
        _isComplete.Wait();
        return [.. _tests.DistinctBy(test => test.UniqueID)];
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage { TestCase: IXunitTestCase test }:
                _tests.Add(test);
                break;
            case IDiscoveryCompleteMessage:
                _isComplete.Set();
                break;
        }

        return true;
    }

    public void Dispose() => _isComplete.Dispose();
}
