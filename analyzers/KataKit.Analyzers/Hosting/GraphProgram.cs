using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Graph;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Hosting;

/// <summary>The value graphs of one type, as its callers see it.</summary>
/// <param name="Contract">The kata's contract; <see langword="null"/> for any other code.</param>
/// <param name="Graphs">The complete graphs: of the members of the contract, or of every method where there is none.</param>
/// <param name="Bodies">The code itself, for what a graph leaves out.</param>
internal sealed record GraphProgram(KataContract? Contract, ImmutableArray<ValueGraph> Graphs, MethodBodies Bodies)
{
    private Lazy<ImmutableArray<ValueGraph>> Unreached { get; init; } = new(() => []);

    /// <summary>
    /// The graphs and those of the methods that none of them reaches: what initial values of fields call, for one. Nothing is known of
    /// the arguments there, so this is for rules that judge a piece of code by itself.
    /// </summary>
    public IEnumerable<ValueGraph> Everywhere => Graphs.Concat(Unreached.Value);

    /// <summary>The graphs of the members of a contract, in the order of the code.</summary>
    public static GraphProgram Of(KataContract contract, MethodBodies bodies)
    {
        var graphs = Build(contract.Implementations, bodies);
        return new(contract, graphs, bodies) { Unreached = new(() => Build(bodies.Methods.Where(x => !IsReached(bodies.Find(x)!.Syntax, graphs)), bodies)) };
    }

    /// <summary>The graphs of methods that belong to no contract.</summary>
    public static GraphProgram Of(IEnumerable<IMethodSymbol> methods, MethodBodies bodies) => new(null, Build(methods, bodies), bodies);

    /// <summary>The graph of a member, by the name that the contract gives it; <see langword="null"/> when it could not be completed.</summary>
    public ValueGraph? Of(string member) => Graphs.FirstOrDefault(x => NameOf(x) == member);

    /// <summary>The name that the contract gives the member that a graph begins with.</summary>
    public string? NameOf(ValueGraph graph) => Contract?.MemberOf(graph.Entry)?.Name;

    private static bool IsReached(SyntaxNode body, ImmutableArray<ValueGraph> graphs)
        => graphs.SelectMany(x => x.Events).Any(x => x.Site.Syntax.SyntaxTree == body.SyntaxTree && body.Span.Contains(x.Site.Syntax.Span));

    private static ImmutableArray<ValueGraph> Build(IEnumerable<IMethodSymbol> methods, MethodBodies bodies)
        => [.. methods.OrderBy(x => x.Locations[0].SourceSpan.Start).Select(x => GraphBuilder.Build(x, bodies)).Where(x => x.IsComplete)];
}
