using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KataKit.Grading;

/// <summary>
/// Libraries of the tests that this program brings along compiled ahead of time for its machine: a worker that has to compile them first
/// needs a third more processor time for its first answer.
/// </summary>
internal static class PrecompiledAssemblies
{
    /// <summary>Finds the compiled copy of an assembly beside this program.</summary>
    /// <param name="path">The assembly that the kata's build names.</param>
    /// <returns>The copy, if there is one of the same module version; else the assembly itself.</returns>
    public static string InPlaceOf(string path) => InPlaceOf(path, AppContext.BaseDirectory);

    /// <inheritdoc cref="InPlaceOf(string)"/>
    /// <param name="path">The assembly.</param>
    /// <param name="folder">Where copies lie.</param>
    public static string InPlaceOf(string path, string folder)
    {
        var copy = Path.Combine(folder, Path.GetFileName(path));

        // Compiling ahead of time leaves the identity of a module alone, and no two builds of different sources share one.
        return File.Exists(copy) && Read(copy) is { IsCompiled: true } compiled && compiled.Version == Read(path)?.Version ? copy : path;
    }

    private static (Guid Version, bool IsCompiled)? Read(string path)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            var metadata = image.GetMetadataReader();
            return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), image.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
