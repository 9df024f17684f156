using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0001: exponentials are kept one for each element, summed, and divided by their sum, but nothing was taken off the exponents. They
/// overflow where the result, which does not change when a constant is taken off, is an ordinary number.
/// </summary>
internal sealed class SoftmaxWithoutMaximum : GraphRule
{
    public const string Id = "KATA0001";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           let exponentials = new Exponentials(graph)
           let found = graph.Computations
               .Where(x => x.Loop is not null || !x.Value.Type.IsReal())
               .Select(x => Normalised(x.Value, exponentials))
               .OfType<Term>()
               .Select(x => x.Site!.Syntax)
               .Distinct()
           from exponential in found
           select Diagnostic.Create(Rule, exponential.GetLocation());

    /// <summary>The exponential that is divided by the sum of all.</summary>
    private static Term? Normalised(Term value, Exponentials exponentials)
    {
        if (value.Is(TermKind.Divide, out var dividend, out var divisor))
        {
            return exponentials.Of(dividend) is { } divided && exponentials.IsSum(divisor) ? divided : null;
        }

        if (value.Is(TermKind.Multiply, out var left, out var right))
        {
            return Scaled(left, right, exponentials) ?? Scaled(right, left, exponentials);
        }

        return value is { Kind: TermKind.Call, Symbol: IMethodSymbol method, Operands.Length: > 0 } && IsNormalisation(method, value, exponentials)
            ? exponentials.Of(value.Operands[0])
            : null;
    }

    private static Term? Scaled(Term exponential, Term factor, Exponentials exponentials)
        => factor.Is(TermKind.Divide, out var one, out var sum) && one.IsNumber(out _) && exponentials.IsSum(sum) ? exponentials.Of(exponential) : null;

    private static bool IsNormalisation(IMethodSymbol method, Term call, Exponentials exponentials)
        => method.Name switch
        {
            "Normalize" or "NormalizeRows" => call.Operands.Length > 1 && call.Operands[1].IsNumber(out var norm) && norm == 1,
            "Divide" => call.Operands.Length > 1 && exponentials.IsSum(call.Operands[1]),
            _ => false,
        };
}
