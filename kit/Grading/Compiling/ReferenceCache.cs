using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>
/// References by file, so that katas share what the compiler has read of the framework, which is most of its memory. A file that was
/// written anew is read anew.
/// </summary>
internal static class ReferenceCache
{
    private static readonly ConcurrentDictionary<(string Path, MetadataReferenceProperties Properties), (DateTime Written, MetadataReference Reference)> References = new();

    /// <summary>Gets the reference to an assembly.</summary>
    /// <exception cref="IOException">The file is gone.</exception>
    public static MetadataReference Get(string path, MetadataReferenceProperties properties)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (References.TryGetValue((path, properties), out var known) && known.Written == written)
        {
            return known.Reference;
        }

        var reference = MetadataReference.CreateFromFile(path, properties);
        References[(path, properties)] = (written, reference);
        return reference;
    }
}
