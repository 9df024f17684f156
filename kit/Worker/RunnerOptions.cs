using Xunit.Abstractions;
using Xunit.Sdk;

namespace KataKit.Worker;

/// <summary>
/// How tests are found and run: named by their method, a row of a theory at a time, one after the other, each message delivered before
/// the test goes on (or the grader would not know which test hangs).
/// </summary>
internal sealed class RunnerOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    private readonly Dictionary<string, object?> _values = new()
    {
        ["xunit.discovery.MethodDisplay"] = "Method",
        ["xunit.discovery.PreEnumerateTheories"] = true,
        ["xunit.discovery.SynchronousMessageReporting"] = true,
        ["xunit.execution.DisableParallelization"] = true,
        ["xunit.execution.SynchronousMessageReporting"] = true,
    };

    public TValue GetValue<TValue>(string name)
        => _values.TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

    public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
}
