using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// What the build of <c>kit/AnyKata</c> writes for the grader; it holds for every kata. Each configuration writes its own into its folder of
/// <c>obj</c>: a build of one in the middle of a grade must not mix its assemblies with those of another.
/// </summary>
internal sealed class KataBuildFiles
{
    private const string CompilerArgumentsName = "kata.compile.rsp";

    private readonly string _runtimeAssemblies;
    private readonly string _tests;

    private KataBuildFiles(string folder)
    {
        CompilerArguments = Path.Combine(folder, CompilerArgumentsName);
        _runtimeAssemblies = Path.Combine(folder, "kata.runtime.txt");
        _tests = Path.Combine(folder, "kata.tests.txt");
        LastWrite = ReadRuntimeAssemblies().Append(CompilerArguments).Append(_tests).Max(File.GetLastWriteTimeUtc);
    }

    /// <summary>What the build tells the compiler, as a compiler response file.</summary>
    public string CompilerArguments { get; }

    /// <summary>When the build last changed something: these files, or an assembly that the tests load.</summary>
    public DateTime LastWrite { get; }

    /// <summary>The files of the configuration that was built last.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <exception cref="IOException">None was built.</exception>
    public static KataBuildFiles OfLastBuild(string root)
    {
        var folder = Path.Combine(root, KataBuild.Project, "obj");
        return Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, CompilerArgumentsName)))
            .Select(path => new KataBuildFiles(path)).MaxBy(files => files.LastWrite)
            ?? throw new FileNotFoundException($"There is no '{CompilerArgumentsName}' in a folder of '{folder}'.");
    }

    /// <summary>The source that closes the spec of a kata over the learner's class.</summary>
    public string ReadTests(Kata kata)
        => File.ReadAllText(_tests).Replace("@KATA@", kata.Name, StringComparison.Ordinal).Replace("@STUB@", kata.StubPath.Replace('\\', '/'), StringComparison.Ordinal);

    /// <summary>Reads the assemblies that the tests load at run time.</summary>
    public ImmutableArray<string> ReadRuntimeAssemblies() => [.. File.ReadAllLines(_runtimeAssemblies)];
}
