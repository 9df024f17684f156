using FluentAssertions;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>Builds value graphs of small pieces of code, and of whole files.</summary>
internal static class GraphProbe
{
    /// <summary>Requires what a method <c>M</c> returns, as text.</summary>
    /// <param name="members">The members of a class, <c>M</c> among them.</param>
    /// <param name="expected">The returned term.</param>
    public static void Returns(string members, string expected)
    {
        var graph = Of(members);
        graph.Refusal.Should().BeNull("of\n{0}", members);
        graph.Result!.ToString().Should().Be(expected, "of\n{0}", members);
    }

    /// <summary>The graph of the method <c>M</c> among members of a class.</summary>
    public static ValueGraph Of(string members) => OfFile(File(members)).Single(x => x.Entry.Name == "M");

    /// <summary>What rules see of a class that is no kata.</summary>
    public static GraphProgram ProgramOf(string members)
    {
        var bodies = MethodGraphs.BodiesOf(File(members));
        return GraphProgram.Of(bodies.Methods, bodies);
    }

    /// <summary>The graph of every method of a file.</summary>
    public static IReadOnlyList<ValueGraph> OfFile(string source) => MethodGraphs.Of(source);

    private static string File(string members)
        => $$"""
            using KataKit.Contracts;
            using MathNet.Numerics.LinearAlgebra;
            public sealed class Probed
            {
            {{members}}
            }
            """;
}
