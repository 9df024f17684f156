using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0013: a loop makes a new source of random numbers without a seed in each round. No run can be repeated, and no number follows from
/// the one before it.
/// </summary>
internal sealed class UnseededRandomInLoop : GraphRule
{
    public const string Id = "KATA0013";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from made in program.Graphs.SelectMany(x => x.Computations)
           where made.Loop is not null
               && made.Value is { Kind: TermKind.New, Operands.Length: 0, Symbol: IMethodSymbol { ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } } }
           select Diagnostic.Create(Rule, made.Site.Syntax.GetLocation());
}
