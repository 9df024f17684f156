using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace KataKit.Worker;

/// <summary>
/// Finds the assemblies that specs and answers reference where the kata's build found them. They are loaded once and stay: the code of
/// a generic spec is shared by all answers, so that only the first one waits for the JIT compiler.
/// </summary>
internal static class RuntimeAssemblies
{
    private static readonly Lock Gate = new();
    private static Dictionary<string, string>? _paths;

    /// <summary>Makes the assemblies known; the first call counts, since all requests to one worker name the same.</summary>
    public static void Provide(ImmutableArray<string> paths)
    {
        lock (Gate)
        {
            if (_paths is null)
            {
                _paths = paths.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
                AssemblyLoadContext.Default.Resolving += Resolve;
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
        => _paths!.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;
}
