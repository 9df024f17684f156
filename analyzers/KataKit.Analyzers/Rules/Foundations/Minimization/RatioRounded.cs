using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>
/// KATA7001: a golden ratio of a few digits in a loop that keeps one of its probes. The kept probe is where the exact ratio would put it, up to
/// an error that each round multiplies.
/// </summary>
internal sealed class RatioRounded : GraphRule
{
    public const string Id = "KATA7001";

    private const double Coarse = 5e-3;
    private const double Exact = 1e-9;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    // Both parts of the golden section, and the ratio itself.
    private static readonly double[] Golden = [(Math.Sqrt(5) - 1) / 2, (3 - Math.Sqrt(5)) / 2, (1 + Math.Sqrt(5)) / 2];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs.Where(x => x.Loops.Any(KeepsProbe)))
        {
            foreach (var product in graph.Computations.Where(x => x.Value.Kind is TermKind.Multiply or TermKind.Divide))
            {
                foreach (var factor in product.Value.Operands)
                {
                    if (factor.Site is { } site && Number(factor) is { } number && Golden.Any(x => Math.Abs(number - x) is > Exact and < Coarse))
                    {
                        yield return Diagnostic.Create(Rule, Literal(site).GetLocation(), Messages.Number(number));
                    }
                }
            }
        }
    }

    /// <summary>Whether a variable of the loop takes over the value of another, which was made by a ratio.</summary>
    private static bool KeepsProbe(Loop loop)
        => loop.Variables.Any(x => x.Next is { } next
            && next.Ways().Any(y => y.Value is LoopVariable other && !ReferenceEquals(other, x) && ReferenceEquals(other.Loop, loop)
                && other.Initial.PartsAndSelf().Any(z => z.Kind is TermKind.Multiply or TermKind.Divide)));

    private static double? Number(Term term)
    {
        if (term.IsNumber(out var number))
        {
            return number;
        }

        // A field that is set once to a literal is as good as a constant.
        return term is { Kind: TermKind.Load, Operands.Length: 0, Symbol: IFieldSymbol { IsReadOnly: true } field, Site: { } site }
               && Initializer(field) is { } initializer && initializer.SyntaxTree == site.Syntax.SyntaxTree
               && site.SemanticModel?.GetConstantValue(initializer) is { HasValue: true, Value: double value }
            ? value
            : null;
    }

    /// <summary>Where the number is written: at the constant's declaration, if it has a name.</summary>
    private static SyntaxNode Literal(IOperation site)
        => site switch
        {
            IFieldReferenceOperation field => Initializer(field.Field) ?? site.Syntax,
            ILocalReferenceOperation local => Initializer(local.Local) ?? site.Syntax,
            _ => site.Syntax,
        };

    private static ExpressionSyntax? Initializer(ISymbol symbol)
        => (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;
}
