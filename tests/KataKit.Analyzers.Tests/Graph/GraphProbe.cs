using FluentAssertions;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

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
        var bodies = BodiesOf(File(members));
        return GraphProgram.Of(bodies.Methods, bodies);
    }

    /// <summary>The graph of every method of a file.</summary>
    public static IReadOnlyList<ValueGraph> OfFile(string source)
    {
        var bodies = BodiesOf(source);
        return [.. bodies.Methods.OrderBy(x => x.Locations[0].SourceSpan.Start).Select(x => GraphBuilder.Build(x, bodies))];
    }

    private static string File(string members)
        => $$"""
            using KataKit.Contracts;
            using MathNet.Numerics.LinearAlgebra;
            public sealed class Probed
            {
            {{members}}
            }
            """;

    private static MethodBodies BodiesOf(string source)
    {
        var compilation = KataCompilation.Compile(source);
        compilation.GetDiagnostics().Where(x => x.Severity == DiagnosticSeverity.Error).Should().BeEmpty("a probe must compile:\n{0}", source);
        var tree = compilation.SyntaxTrees[^1];
        var model = compilation.GetSemanticModel(tree);
        var blocks = tree.GetRoot().DescendantNodes()
            .Where(x => x is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax })
            .Select(x => (
                Symbol: x is ArrowExpressionClauseSyntax ? ((IPropertySymbol)model.GetDeclaredSymbol(x.Parent!)!).GetMethod! : model.GetDeclaredSymbol(x)!,
                Block: BlockOf(model.GetOperation(x))))
            .Where(x => x.Block is not null)
            .ToDictionary(x => x.Symbol, x => x.Block!, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        return new MethodBodies(blocks);
    }

    private static IOperation? BlockOf(IOperation? operation)
        => operation as IBlockOperation ?? operation?.ChildOperations.FirstOrDefault(x => x is IBlockOperation);
}
