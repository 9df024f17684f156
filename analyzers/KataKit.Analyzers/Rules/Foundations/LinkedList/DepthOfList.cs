using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3007: a method calls itself for a node further down the list, so that the stack grows with the list.</summary>
internal sealed class DepthOfList : GraphRule
{
    public const string Id = "KATA3007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    // A call of the type's own code that was not followed is recursive.
    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Graphs
            .SelectMany(x => x.Computations)
            .Where(x => x.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol method }
                && program.Bodies.Find(method) is not null
                && x.Value.Operands.Any(IsFurtherDown))
            .Select(x => Diagnostic.Create(Rule, x.Site.Syntax.GetLocation()));

    private static bool IsFurtherDown(Term argument)
        => Reversal.IsLinkOf(argument, out _)
           || (argument is LoopVariable { Next: { } next } && next.PartsAndSelf().Any(x => Reversal.IsLinkOf(x, out _)));
}
