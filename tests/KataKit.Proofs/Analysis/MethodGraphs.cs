using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Proofs;

/// <summary>The value graphs of a file: of all the evidence none is refused, and their size stays small.</summary>
internal static class MethodGraphs
{
    private const int MostEvents = 6_000;

    /// <summary>Builds the graphs of an answer.</summary>
    public static Checked Check(KataFile file)
    {
        var (graphs, problems) = (0, new List<string>());
        foreach (var graph in Of(file.Source))
        {
            graphs++;
            problems.AddRange(graph.Refusal is { } reason ? [$"{file}.{graph.Entry.Name}: {reason}"] : []);
            problems.AddRange(graph.Events.Length < MostEvents ? [] : [$"{file}.{graph.Entry.Name} is a small program, and its graph has {graph.Events.Length} events"]);
            _ = graph.Result?.ToString();
        }

        return new Checked(graphs, graphs > 0 ? problems : [$"{file} has no graph"]);
    }

    /// <summary>The graph of every method of a file.</summary>
    public static IReadOnlyList<ValueGraph> Of(string source)
    {
        var bodies = BodiesOf(source);
        return [.. bodies.Methods.OrderBy(x => x.Locations[0].SourceSpan.Start).Select(x => GraphBuilder.Build(x, bodies))];
    }

    /// <summary>The bodies of all methods of a file.</summary>
    /// <exception cref="InvalidOperationException">The file does not compile.</exception>
    public static MethodBodies BodiesOf(string source)
    {
        var compilation = KataCompilation.Compile(source);
        if (compilation.GetDiagnostics().FirstOrDefault(x => x.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"It must compile, but {error} in\n{source}");
        }

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
