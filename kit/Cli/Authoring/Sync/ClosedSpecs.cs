namespace KataKit.Cli;

/// <summary>The classes that close each spec over its solution, so that <c>dotnet test</c> runs them.</summary>
internal sealed class ClosedSpecs : IDerivation
{
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var classes = library.Entries.Where(entry => File.Exists(entry.Kata.SolutionPath)).Select(entry => $"""

            /// <summary>The spec of {entry.Name}, run over the reference solution.</summary>
            public sealed class {entry.Name}Tests : {entry.Name}Spec<{entry.Name}>;

            """);
        yield return new DerivedFile("tests/KataKit.Solutions.Tests/ClosedSpecs.cs", $"""
            // Written by `kata sync`: one class for each solution.
            using KataKit.Katas;
            using KataKit.Specs;

            namespace KataKit.Solutions.Tests;
            {string.Concat(classes)}
            """);
    }
}
