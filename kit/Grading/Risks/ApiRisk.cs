namespace KataKit.Grading;

/// <summary>What an interface of the platform lets an answer do beyond computing a result.</summary>
public enum ApiRisk
{
    /// <summary>Nothing: when the answer is unloaded, the process is as it was.</summary>
    None,

    /// <summary>It can leave something behind in its process, where the next answer would meet it: threads, settings, shared buffers.</summary>
    LeavesTraces,

    /// <summary>It can reach beyond its process, or into the tests that judge it.</summary>
    Escapes,
}

/// <summary>An interface that an answer uses and that is not plain computing.</summary>
/// <param name="Name">The type or member, for example <c>System.IO.File</c> or <c>System.Environment.Exit</c>.</param>
/// <param name="Risk">What it lets the answer do.</param>
public sealed record RiskyApi(string Name, ApiRisk Risk);
