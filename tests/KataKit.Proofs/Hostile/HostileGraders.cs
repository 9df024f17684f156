using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>The graders that hostile answers share, one for each level of protection: what one leaves behind, the next one would meet.</summary>
public sealed class HostileGraders : IDisposable
{
    /// <summary>Short for those who never end; the tests of the kata take milliseconds.</summary>
    private static readonly GradingLimits Limits = new()
    {
        TestTime = TimeSpan.FromSeconds(3),
        TotalTime = TimeSpan.FromSeconds(6),
        ProcessBytes = 700L << 20,
    };

    private readonly Dictionary<string, SubmissionCompiler> _compilers = [];
    private CompiledSubmission? _right;
    private CompiledSubmission? _wrong;

    /// <summary>Creates them, and a secret in the environment that no answer may see.</summary>
    public HostileGraders() => Environment.SetEnvironmentVariable("KATAKIT_SECRET", "not for answers");

    /// <summary>The kata of most hostile files.</summary>
    public static Kata Kata { get; } = KataFile.Catalogue.Get("FunctionMinimization");

    /// <summary>A process of its own and no more.</summary>
    public Grader Plain { get; } = new(Limits);

    /// <summary>Refuses what escapes.</summary>
    public Grader Guarded { get; } = new(Limits with { RefuseEscapes = true });

    /// <summary>Runs everything in a sandbox.</summary>
    public Grader Sandboxed { get; } = new(Limits with { Sandbox = SandboxLevel.Bubblewrap, StartTime = TimeSpan.FromSeconds(60) });

    /// <summary>A right answer to the kata of most hostile files.</summary>
    public async Task<CompiledSubmission> RightAsync() => _right ??= await CompileFileAsync(Kata.SolutionPath);

    /// <summary>A wrong answer to the same kata.</summary>
    public async Task<CompiledSubmission> WrongAsync() => _wrong ??= await CompileFileAsync(Kata.Wrong[0].Path);

    /// <summary>Compiles an answer.</summary>
    public Task<CompiledSubmission> CompileAsync(string kata, string source, string path)
    {
        if (!_compilers.TryGetValue(kata, out var compiler))
        {
            compiler = new SubmissionCompiler(KataBuild.Read(KataFile.Catalogue.Get(kata)));
            _compilers.Add(kata, compiler);
        }

        return compiler.CompileAsync(source, path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Plain.Dispose();
        Guarded.Dispose();
        Sandboxed.Dispose();
    }

    private Task<CompiledSubmission> CompileFileAsync(string path) => CompileAsync(Kata.Name, AnswerText.Read(path), path);
}
