namespace KataKit.Thorough;

/// <summary>What must hold of every answer of every kata.</summary>
internal static class AnswerProofs
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Proof> All =>
    [
        .. KataFile.All.Select(file => ByRules("recall", file, [], Sight.CheckAsync)),
        .. KataFile.All.Select(file => ByRules("graph", file, [], x => Task.FromResult(MethodGraphs.Check(x)))),
        .. KataFile.All.Select(file => ByRules("half-typed", file, ["tests/KataKit.Proofs/HalfTyped"], HalfTypedAnswer.CheckAsync)),
        .. KataFile.All.Select(file => ByRules("mangled", file, ["tests/KataKit.Proofs/Mangled", "tools/KataKit.Trace"], MangledAnswer.CheckAsync)),
        .. RestyledAnswer.Files.Select(file => ByRules("name-independence", file, ["tests/KataKit.Proofs/Restyled", "tests/KataKit.Mutations"], RestyledAnswer.CheckAsync)),
        .. KataFile.All.Select(file => ByGrader("mutants", file, ["tests/KataKit.Proofs/Restyled", "tests/KataKit.Proofs/Analysis", "tests/KataKit.Mutations"], GradedMutants.CheckAsync)),
        .. MendedAnswer.Files.Select(file => ByGrader(
            "code-fix", file, ["tests/KataKit.Proofs/Mended", "tests/KataKit.Proofs/Analysis", "analyzers/KataKit.Analyzers", "analyzers/KataKit.CodeFixes"], MendedAnswer.CheckAsync)),
    ];

    private static Proof ByRules(string kind, KataFile file, IEnumerable<string> more, Func<KataFile, Task<Checked>> check)
        => new($"{kind}/{file}", [.. Inputs.Analyzers, .. more, .. Inputs.ContractOf(file.Answer.Kata), .. Inputs.TextOf(file.Answer)], (_, _) => check(file));

    private static Proof ByGrader(string kind, KataFile file, IEnumerable<string> more, Func<KataFile, AnswerLane, Task<Checked>> check)
        => new(
            $"{kind}/{file}",
            [.. Inputs.Grader, .. more, .. Inputs.ContractOf(file.Answer.Kata), .. Inputs.SpecOf(file.Answer.Kata), .. Inputs.TextOf(file.Answer)],
            (tools, _) => check(file, tools.Lane));
}
