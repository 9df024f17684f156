namespace KataKit.Grading;

/// <summary>One kata of the repository: its name and where its parts lie.</summary>
/// <param name="Name">The name of its folder, its file and its class, for example <c>SelfAttention</c>; no other kata of any track has it.</param>
/// <param name="Track">The folder of its track, for example <c>Attention</c>.</param>
/// <param name="Root">The repository's root folder.</param>
public sealed record Kata(string Name, string Track, string Root)
{
    /// <summary>The kata's folder, from the repository's root, as one writes it behind <c>dotnet test</c>.</summary>
    public string Folder => $"katas/{Track}/{Name}";

    /// <summary>The one file that a learner edits.</summary>
    public string StubPath => Path.Combine(Root, "katas", Track, Name, Name + ".cs");

    /// <summary>The reference solution.</summary>
    public string SolutionPath => Path.Combine(Root, "solutions", Track, Name, Name + ".cs");

    /// <summary>Answers that the spec must reject, in ordinal order of their names.</summary>
    public IReadOnlyList<Answer> Wrong => Evidence("wrong");

    /// <summary>Answers that the spec must accept, in ordinal order of their names.</summary>
    public IReadOnlyList<Answer> Right => Evidence("right");

    /// <summary>The metadata name of the abstract class that holds the hidden tests.</summary>
    public string SpecTypeName => $"KataKit.Specs.{Name}Spec`1";

    /// <summary>The metadata name of the generated class that closes the spec over the answer.</summary>
    public string TestTypeName => $"KataKit.Katas.{Name}Tests";

    private IReadOnlyList<Answer> Evidence(string folder) => Answer.In(this, Path.Combine(Root, "tests", "Submissions", Track, Name, folder));
}
