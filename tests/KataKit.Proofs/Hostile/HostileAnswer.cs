using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>
/// A hostile answer gets the verdict that it names, at each level of protection that it names, and after it the same grader gives a right
/// answer and a wrong one what they deserve.
/// </summary>
/// <param name="Name">The name of its file, without extension.</param>
/// <param name="Source">Its text.</param>
internal sealed record HostileAnswer(string Name, string Source)
{
    /// <summary>The folder in which they lie, from the root.</summary>
    public const string Folder = "tests/Submissions/Hostile";

    /// <summary>All of them, in ordinal order of their names.</summary>
    public static IReadOnlyList<HostileAnswer> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(KataFile.Catalogue.Root, Folder), "*.cs").Order(StringComparer.Ordinal)
            .Select(path => new HostileAnswer(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>What it promises.</summary>
    public HostileHeader Header { get; } = HostileHeader.Parse(Source);

    /// <summary>Whether it is run in a process of its own alone.</summary>
    public bool IsPlain => Header.Verdict is not null;

    /// <summary>Whether the sandbox makes a difference.</summary>
    public bool IsSandboxed => Header.Sandboxed is not null;

    /// <summary>A process of its own is enough to tell the verdict.</summary>
    public async Task<IReadOnlyList<string>> CheckPlainAsync(HostileGraders graders)
    {
        var grade = await graders.Plain.GradeAsync(await CompileAsync(graders));
        return
        [
            .. ProblemsOf(grade, Header.Verdict),
            .. !Header.IsOutputTruncated || grade.IsOutputTruncated ? Array.Empty<string>() : [$"{Name}: the grade does not say that output was dropped"],
            .. await ProblemsAfterwardsAsync(graders, graders.Plain),
        ];
    }

    /// <summary>The guard refuses what escapes and nothing else.</summary>
    public async Task<IReadOnlyList<string>> CheckGuardedAsync(HostileGraders graders)
    {
        var compiled = await CompileAsync(graders);
        var escapes = compiled.FindRiskyApis().Where(api => api.Risk == ApiRisk.Escapes).Select(api => api.Name).ToList();
        if (Header.IsRefused != escapes.Count > 0)
        {
            return [$"{Name}: {Header.Attack}: escapes are [{string.Join(", ", escapes)}]"];
        }

        if (!Header.IsRefused)
        {
            return [];
        }

        var grade = await graders.Guarded.GradeAsync(compiled);
        return grade.Verdict == Verdict.Refused && grade.Reason?.Contains(escapes[0], StringComparison.Ordinal) == true && grade.Tests.IsEmpty
            ? []
            : [$"{Name}: {Header.Attack}: must be refused without a test for {escapes[0]}, got {grade.Verdict} and {grade.Tests.Length} tests: {grade.Reason}"];
    }

    /// <summary>The sandbox holds.</summary>
    public async Task<IReadOnlyList<string>> CheckSandboxedAsync(HostileGraders graders)
    {
        var compiled = await CompileAsync(graders);
        var grade = await graders.Sandboxed.GradeAsync(compiled);
        return
        [
            .. ProblemsOf(grade, Header.Sandboxed),
            .. compiled.RuntimeAssemblies.Where(path => !File.Exists(path)).Select(path => $"{Name}: {path} is gone"),
            .. await ProblemsAfterwardsAsync(graders, graders.Sandboxed),
        ];
    }

    /// <summary>All that holds of it on this machine.</summary>
    public async Task<Checked> CheckAsync(HostileGraders graders, bool hasSandbox)
    {
        var levels = new List<IReadOnlyList<string>> { await CheckGuardedAsync(graders) };
        if (IsPlain)
        {
            levels.Add(await CheckPlainAsync(graders));
        }

        if (IsSandboxed && hasSandbox)
        {
            levels.Add(await CheckSandboxedAsync(graders));
        }

        return new Checked(levels.Count, [.. levels.SelectMany(problems => problems)]);
    }

    private IEnumerable<string> ProblemsOf(Grade grade, Verdict? expected)
        => grade.Verdict == expected ? [] : [$"{Name}: {Header.Attack}: expected {expected}, got {grade.Verdict}: {grade.Reason}"];

    private async Task<IEnumerable<string>> ProblemsAfterwardsAsync(HostileGraders graders, Grader grader)
    {
        var right = await grader.GradeAsync(await graders.RightAsync());
        var wrong = await grader.GradeAsync(await graders.WrongAsync());
        return
        [
            .. right.Verdict == Verdict.Pass ? Array.Empty<string>() : [$"{Name}: afterwards the right answer gets {right.Verdict}: {right.Reason}"],
            .. wrong.Verdict == Verdict.Fail ? Array.Empty<string>() : [$"{Name}: afterwards the wrong answer gets {wrong.Verdict}: {wrong.Reason}"],
        ];
    }

    private Task<CompiledSubmission> CompileAsync(HostileGraders graders) => graders.CompileAsync(Header.Kata, Source, Name);
}
