using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace KataKit.Mutations.Tests;

/// <summary>A kata's spec, closed over a class that was compiled in memory and run test by test.</summary>
internal static class Spec
{
    /// <summary>The source that closes the spec of a kata over the class of the same name.</summary>
    public static string Closing(string kata)
        => $"namespace KataKit.Katas; public sealed class {kata}Tests : global::KataKit.Specs.{kata}Spec<{kata}>;";

    /// <summary>The tests that fail, with their arguments and messages, and how many ran.</summary>
    public static (int Ran, IReadOnlyList<string> Failures) Run(Assembly assembly, string kata)
    {
        var type = assembly.GetType($"KataKit.Katas.{kata}Tests", throwOnError: true)!;
        var outcomes = type.GetMethods().SelectMany(Cases).Select(test => Failure(type, test.Method, test.Arguments)).ToList();
        return (outcomes.Count, [.. outcomes.OfType<string>()]);
    }

    private static IEnumerable<(MethodInfo Method, object?[]? Arguments)> Cases(MethodInfo method)
        => method.GetCustomAttributes<TheoryAttribute>().Any()
            ? method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).Select(arguments => (method, (object?[]?)arguments))
            : method.GetCustomAttributes<FactAttribute>().Select(_ => (method, (object?[]?)null));

    private static string? Failure(Type type, MethodInfo method, object?[]? arguments)
    {
        try
        {
            (method.Invoke(Activator.CreateInstance(type), arguments) as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (TargetInvocationException e)
        {
            return $"{method.Name}: {e.InnerException!.Message}";
        }
    }
}
