using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>The stubs: what is left of the solutions without bodies and private members.</summary>
/// <param name="build">The build of any kata: its compiler options and references, save the contracts, are those of all.</param>
internal sealed class Stubs(KataBuild build) : IDerivation
{
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var contracts = Directory.EnumerateFiles(Path.Combine(library.Root, "kit", "Contracts"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsBuilt(Path.GetRelativePath(library.Root, path)))
            .Order(StringComparer.Ordinal);
        var writer = StubWriter.Over(build, contracts);
        foreach (var kata in library.Entries.Select(entry => entry.Kata).Where(kata => File.Exists(kata.SolutionPath)))
        {
            yield return new DerivedFile($"{kata.Folder}/{kata.Name}.cs", Write(writer, kata));
        }
    }

    private static string Write(StubWriter writer, Kata kata)
    {
        try
        {
            return writer.Write(File.ReadAllText(kata.SolutionPath));
        }
        catch (FormatException exception)
        {
            throw new CliException($"'{kata.SolutionPath}': {exception.Message}", ExitCode.Internal);
        }
    }

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj");
}
