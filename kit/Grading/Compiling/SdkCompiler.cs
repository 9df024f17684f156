using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace KataKit.Grading;

/// <summary>
/// The compiler of the .NET SDK that belongs to the runtime of this program. It is compiled to machine code ahead of time, unlike that of
/// the packages, so that a program that grades one answer is ready in a fraction of the time; and it says what <c>dotnet build</c> says.
/// </summary>
public static class SdkCompiler
{
    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>
    /// Lets this process load the SDK's compiler where the program brings none along. To be called before anything else of this assembly.
    /// </summary>
    public static void Use() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>The folder of the newest SDK that this runtime can load the compiler of, among those beside it.</summary>
    /// <param name="dotnet">The folder in which <c>sdk</c> lies.</param>
    /// <param name="runtime">The version of the runtime.</param>
    /// <returns>The folder of the compiler; <see langword="null"/> where there is none.</returns>
    public static string? FindBelow(string dotnet, Version runtime)
    {
        var sdks = new DirectoryInfo(Path.Combine(dotnet, "sdk"));
        return !sdks.Exists
            ? null
            : sdks.EnumerateDirectories()
                .Select(sdk => (sdk.FullName, Version: Version.TryParse(sdk.Name.Split('-')[0], out var version) ? version : new Version(0, 0), IsPreview: sdk.Name.Contains('-', StringComparison.Ordinal)))
                .Where(sdk => sdk.Version.Major == runtime.Major)
                .OrderByDescending(sdk => sdk.Version)
                .ThenBy(sdk => sdk.IsPreview)
                .Select(sdk => Path.Combine(sdk.FullName, "Roslyn", "bincore"))
                .FirstOrDefault(Directory.Exists);
    }

    // Microsoft.NETCore.App lies in shared/<name>/<version> below the folder of dotnet.
    private static string? Find() => FindBelow(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."), Environment.Version);

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is not ("Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"))
        {
            return null;
        }

        var path = Path.Combine(Folder.Value ?? throw new FileNotFoundException($"There is no SDK of .NET {Environment.Version.Major} beside the runtime, and the grader needs its compiler: https://dot.net"), name.Name + ".dll");
        return context.LoadFromAssemblyPath(path);
    }
}
