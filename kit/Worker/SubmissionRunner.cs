using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using KataKit.Grading.Protocol;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KataKit.Worker;

/// <summary>Loads one answer into a load context of its own and runs its tests, one by one, with xunit's runner.</summary>
internal static class SubmissionRunner
{
    /// <summary>Serves a request.</summary>
    public static void Run(RunRequest request, ReplyWriter replies, WorkerWear wear)
    {
        RuntimeAssemblies.Provide(request.RuntimeAssemblies);

        // No field may hold an assembly of this context: that would keep the context, and every later one, alive.
        var context = new AssemblyLoadContext("submission", isCollectible: true);
        wear.Watch(context);
        try
        {
            using var image = new MemoryStream(request.Image);
            RunTests(context.LoadFromStream(image), request, replies);
        }
        finally
        {
            // xunit keeps its factories, and with them the assembly that they were made for, until it is told to let go.
            ExtensibilityPointFactory.Dispose();
            context.Unload();
        }
    }

    private static void RunTests(Assembly assembly, RunRequest request, ReplyWriter replies)
    {
        var assemblyInfo = Reflector.Wrap(assembly);
        var tests = Discover(assemblyInfo, request.TestTypeName);
        replies.Write(new Reply.Announced([.. tests.Select(test => new AnnouncedTest(test.TestMethod.Method.Name, test.DisplayName))]));

        var wanted = tests.Index().Where(test => request.Only?.Contains(test.Index) != false).ToList();
        using var sink = new ResultSink(replies, wanted.ToDictionary(test => test.Item.UniqueID, test => test.Index));
        using var runner = new XunitTestAssemblyRunner(
            new TestAssembly(assemblyInfo, configFileName: null, assembly.GetName().Version),
            wanted.Select(test => test.Item),
            diagnosticMessageSink: new NullMessageSink(),
            executionMessageSink: sink,
            new RunnerOptions());
        runner.RunAsync().GetAwaiter().GetResult();
        if (sink.ErrorOutsideTests is { } error)
        {
            throw new InvalidOperationException($"xunit reported an error outside the tests: {error}");
        }
    }

    private static ImmutableArray<IXunitTestCase> Discover(IAssemblyInfo assembly, string typeName)
    {
        using var discoverer = new XunitTestFrameworkDiscoverer(assembly, new NoSourceInformation(), new NullMessageSink());
        using var sink = new DiscoverySink();
        discoverer.Find(typeName, includeSourceInformation: false, sink, new RunnerOptions());
        return sink.WaitForTests();
    }
}
