using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// What a kata's build writes for the grader. Each configuration writes its own into its folder of <c>obj</c>: a build of one in the middle
/// of a grade must not mix its assemblies with those of another.
/// </summary>
internal sealed class KataBuildFiles
{
    private const string CompilerArgumentsName = "kata.compile.rsp";

    private readonly string _runtimeAssemblies;

    private KataBuildFiles(string folder)
    {
        CompilerArguments = Path.Combine(folder, CompilerArgumentsName);
        _runtimeAssemblies = Path.Combine(folder, "kata.runtime.txt");
        LastWrite = ReadRuntimeAssemblies().Append(CompilerArguments).Max(File.GetLastWriteTimeUtc);
    }

    /// <summary>What the build tells the compiler, as a compiler response file.</summary>
    public string CompilerArguments { get; }

    /// <summary>When the build last changed something: these files, or an assembly that the tests load.</summary>
    public DateTime LastWrite { get; }

    /// <summary>The files of the configuration that was built last.</summary>
    /// <exception cref="IOException">None was built.</exception>
    public static KataBuildFiles OfLastBuild(Kata kata)
    {
        var folder = Path.Combine(Path.GetDirectoryName(kata.StubPath)!, "obj");
        return Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, CompilerArgumentsName)))
            .Select(path => new KataBuildFiles(path)).MaxBy(files => files.LastWrite)
            ?? throw new FileNotFoundException($"There is no '{CompilerArgumentsName}' in a folder of '{folder}'.");
    }

    /// <summary>Reads the assemblies that the tests load at run time.</summary>
    public ImmutableArray<string> ReadRuntimeAssemblies() => [.. File.ReadAllLines(_runtimeAssemblies)];
}
