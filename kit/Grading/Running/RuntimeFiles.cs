using System.Collections.Immutable;

namespace KataKit.Grading.Running;

/// <summary>The assemblies that a worker loads for answers, as they were when it was started: a kata that is built anew needs a new worker.</summary>
internal sealed record RuntimeFiles(ImmutableArray<string> Paths, DateTime Written)
{
    /// <summary>Looks at the files as they are now.</summary>
    public static RuntimeFiles Of(ImmutableArray<string> paths)
        => new(paths, paths.Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max());

    public bool Equals(RuntimeFiles? other) => other is not null && Written == other.Written && Paths.SequenceEqual(other.Paths);

    public override int GetHashCode() => HashCode.Combine(Written, Paths.Length);
}
