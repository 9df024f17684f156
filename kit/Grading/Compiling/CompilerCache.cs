using System.Collections.Concurrent;

namespace KataKit.Grading;

/// <summary>A compiler for each kata, made when it is first asked for and again when the kata was built anew. For several threads at once.</summary>
internal sealed class CompilerCache
{
    private readonly ConcurrentDictionary<Kata, Lazy<(KataBuild Build, SubmissionCompiler Compiler)>> _compilers = new();

    /// <summary>Gets the compiler of a kata.</summary>
    /// <exception cref="InvalidOperationException">The kata was not built.</exception>
    public SubmissionCompiler Get(Kata kata)
    {
        var entry = _compilers.GetOrAdd(kata, Create);
        if (entry.IsValueCreated && entry.Value.Build.IsStale())
        {
            _compilers.TryUpdate(kata, Create(kata), entry);
            entry = _compilers[kata];
        }

        return entry.Value.Compiler;
    }

    // Publication only: a kata that is built after a first failure must not keep failing.
    private static Lazy<(KataBuild Build, SubmissionCompiler Compiler)> Create(Kata kata)
        => new(() =>
        {
            var build = KataBuild.Read(kata);
            return (build, new SubmissionCompiler(build));
        }, LazyThreadSafetyMode.PublicationOnly);
}
