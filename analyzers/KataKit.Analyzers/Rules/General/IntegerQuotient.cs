using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0003: integers are divided, which drops the fraction, and the quotient becomes a real number at once. A quotient that also counts or
/// indexes something, or whose remainder the code looks at, is meant as an integer.
/// </summary>
internal sealed class IntegerQuotient : GraphRule
{
    public const string Id = "KATA0003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           from converted in graph.Computations
           where IsConvertedQuotient(converted)
           let quotient = converted.Value.Operands[0]
           where LosesFraction(quotient, (IConversionOperation)converted.Site) && !IsMeantAsInteger(quotient, graph)
           select Diagnostic.Create(
               Rule,
               quotient.Site!.Syntax.GetLocation(),
               ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Type, converted.Value.Type!.ToDisplayString()),
               quotient.Site.Syntax.ToString(),
               converted.Value.Type!.ToDisplayString());

    /// <summary>Whether a quotient of integers is converted where it stands: not after it was kept in an integer variable.</summary>
    private static bool IsConvertedQuotient(GraphEvent converted)
        => converted.Value.Kind == TermKind.Convert
           && converted.Value.Operands[0] is { Kind: TermKind.Divide, Site: not null } quotient
           && converted.Value.Type.IsReal()
           && quotient.Type.IsIntegral()
           && converted.Site is IConversionOperation { Operand: IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } };

    private static bool LosesFraction(Term quotient, IConversionOperation conversion)
    {
        if (!quotient.Right.IsNumber(out var divisor))
        {
            return true;
        }

        if (quotient.Left.IsNumber(out var dividend))
        {
            return divisor != 0 && dividend % divisor != 0;
        }

        // Halves and quarters of a count, of a counter, or in an explicit cast are usually meant to be whole.
        return conversion.IsImplicit && !IsPowerOfTwo(divisor) && !IsCounted(quotient.Left);
    }

    private static bool IsPowerOfTwo(double value) => value >= 1 && ((long)value & ((long)value - 1)) == 0;

    private static bool IsCounted(Term dividend)
        => dividend.PartsAndSelf().Any(x => x.Kind is TermKind.Index or TermKind.Iterated || x.IsCounter(out _, out _));

    private static bool IsMeantAsInteger(Term quotient, ValueGraph graph)
        => graph.Events.Any(x =>
            (x.Kind is GraphEventKind.Store or GraphEventKind.Return && x.Value.Resembles(quotient))
            || (x.Place is { } place && place.Indices.Any(y => Holds(y, quotient)))
            || (x.Kind == GraphEventKind.Compute && (UsesAsInteger(x.Value, quotient) || IsRemainderOf(x.Value, quotient))));

    // An index of a matrix is not made of the numbers that the matrix was computed from, though its lengths are read from it.
    private static bool Holds(Term index, Term quotient)
        => index.PartsAndSelf(x => x.Kind is not (TermKind.Load or TermKind.Element or TermKind.Iterated or TermKind.New)).Any(x => x.Resembles(quotient));

    private static bool UsesAsInteger(Term value, Term quotient)
        => !(value.Kind == TermKind.Convert && value.Type.IsReal()) && value.Operands.Any(x => x.Resembles(quotient));

    private static bool IsRemainderOf(Term value, Term quotient)
        => value.Is(TermKind.Remainder, out var dividend, out var divisor) && dividend.Resembles(quotient.Left) && divisor.Resembles(quotient.Right);
}
