using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1011: the width of a matrix is divided into heads, and nothing asks whether the division leaves a remainder. Where it does, the
/// columns left over are lost without a word.
/// </summary>
internal sealed class DivisibilityNeverTested : GraphRule
{
    public const string Id = "KATA1011";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string? Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            var quotient = graph.Computations.FirstOrDefault(x => IsShare(x.Value));
            if (quotient is not null && !graph.Computations.Any(x => IsTest(x.Value, quotient.Value)))
            {
                yield return Diagnostic.Create(
                    Rule, quotient.Site.Syntax.GetLocation(), [quotient.Value.Right.Symbol!.Locations[0]], quotient.Value.Right.Symbol.Name);
            }
        }
    }

    /// <summary>Whether an axis of a matrix that was given is divided by a number that was given.</summary>
    private static bool IsShare(Term value)
        => value.Is(TermKind.Divide, out var width, out var parts)
           && value.Type.IsIntegral()
           && parts.Kind == TermKind.Parameter
           && width is { Kind: TermKind.Load or TermKind.Call, Operands.Length: > 0 }
           && width.Operands[0].Kind == TermKind.Parameter;

    /// <summary>Whether the remainder is computed, or the quotient is multiplied again, by whatever way of writing it.</summary>
    private static bool IsTest(Term value, Term quotient)
        => (value.Is(TermKind.Remainder, out _, out var divisor) && divisor.Equals(quotient.Right))
           || value.IsCallOf("System.Math", "DivRem")
           || (value.Kind is TermKind.Equal or TermKind.Less or TermKind.LessOrEqual && value.Operands.Any(x => IsProduct(x, quotient)));

    private static bool IsProduct(Term value, Term quotient)
        => value.Is(TermKind.Multiply, out var left, out var right)
           && (left.Resembles(quotient) || right.Resembles(quotient))
           && (left.Equals(quotient.Right) || right.Equals(quotient.Right));
}
