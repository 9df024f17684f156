using KataKit.Grading;

namespace KataKit.Thorough;

/// <summary>What must hold of the grader: it stands attacks, and says what <c>dotnet test</c> says.</summary>
internal static class GraderProofs
{
    private static readonly bool HasSandbox = Bubblewrap.WhyUnavailable() is null;

    /// <summary>All of them.</summary>
    public static IEnumerable<Proof> All => [.. HostileAnswer.All.Select(Withstands), .. KataFile.Catalogue.Katas.Select(SaysTheSame)];

    // What holds without the sandbox need not hold in it.
    private static Proof Withstands(HostileAnswer answer)
        => new(
            $"hostile/{answer.Name}",
            [
                .. Inputs.Grader, "tests/KataKit.Proofs/Hostile", $"{HostileAnswer.Folder}/{answer.Name}.cs",
                .. PartsOf(KataFile.Catalogue.Get(answer.Header.Kata)), .. PartsOf(HostileGraders.Kata),
            ],
            (tools, _) => answer.CheckAsync(tools.Hostile, HasSandbox))
        {
            RunsAlone = true,
            Circumstances = HasSandbox ? "with a sandbox" : "without a sandbox",
        };

    private static Proof SaysTheSame(Kata kata)
        => new(
            $"routes/{kata.Name}",
            [.. Inputs.Grader, "tests/KataKit.Proofs/Routes", "kit/TestLogger", .. PartsOf(kata)],
            (tools, cancellation) => RouteComparison.CheckAsync(RouteComparison.Sample(kata), tools.Route, cancellation))
        {
            RunsAlone = true,
        };

    private static IEnumerable<string> PartsOf(Kata kata)
        =>
        [
            .. Inputs.ContractOf(kata), .. Inputs.SpecOf(kata), $"{kata.Folder}/{kata.Name}.cs", $"solutions/{kata.Track}/{kata.Name}/{kata.Name}.cs",
            $"tests/Submissions/{kata.Track}/{kata.Name}",
        ];
}
