using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6002: the gradient from above passes whatever the numbers are. Clamping has the derivative 0 beyond the range, so somewhere a
/// condition has to look at the numbers that went in.
/// </summary>
internal sealed class NoRangeMask : GraphRule
{
    public const string Id = "KATA6002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs.Where(x => program.NameOf(x) is "Backward" or "Step"))
        {
            if (graph.Values() is { } values && graph.Upstream() is { } upstream && Passed(graph, upstream) is { } site && !IsLookedAt(graph, values))
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), values.Name, upstream.Name);
            }
        }
    }

    /// <summary>Where what came from above is handed on.</summary>
    private static IOperation? Passed(ValueGraph graph, IParameterSymbol upstream)
        => graph.Stores.FirstOrDefault(x => x.Value.HoldsEntryOf(upstream))?.Value.Site
           ?? (graph.Result is { Kind: TermKind.Call } result && UsesArray(result, upstream) ? result.Site : null);

    /// <summary>
    /// Whether the numbers are compared, or go anywhere where they may be: into a call that is not followed, a switch, a memory. Reading
    /// the length, testing for null and plain arithmetic are none of that.
    /// </summary>
    private static bool IsLookedAt(ValueGraph graph, IParameterSymbol values)
        => graph.Events.SelectMany(x => x.Guards.Select(y => y.Condition).Append(x.Value)).SelectMany(x => x.DescendantsAndSelf()).Distinct()
            .Any(x => x.Kind switch
            {
                TermKind.Less or TermKind.LessOrEqual or TermKind.Matches or TermKind.Convert or TermKind.Remainder => x.HoldsEntryOf(values),
                TermKind.Equal => x.Operands.Any(y => y.HoldsEntryOf(values)),
                TermKind.Call when IsPlain(x) => x.Operands.Any(y => y.IsEntryOf(values)),
                TermKind.Call => !IsCheck(x) && x.Operands.Any(y => IsArray(y, values) || y.HoldsEntryOf(values)) && !IsSequence(x),
                TermKind.Unknown or TermKind.Out => !x.Type.IsIntegral() && x.Site?.Type is not null && Reads(x, values),
                _ => false,
            });

    /// <summary>Whether code that is not modelled stands where numbers may go in.</summary>
    private static bool Reads(Term unknown, IParameterSymbol values)
        => unknown.Site!.Descendants().Any(x => x is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, values)
            || x is ILocalReferenceOperation or IArrayElementReferenceOperation);

    private static bool IsCheck(Term call) => call.Symbol?.ContainingType.Name is "ArgumentNullException" or "ArgumentException" or "ArgumentOutOfRangeException";

    /// <summary>LINQ, copies and spans: what they do with the numbers is seen where the elements go.</summary>
    private static bool IsSequence(Term call)
        => call.Symbol is IMethodSymbol { ContainingType.Name: "Enumerable" or "MemoryExtensions", Name: "Select" or "Zip" or "ToArray" or "ToList" or "AsSpan" };

    private static bool IsPlain(Term call) => call.Symbol?.Name == "FusedMultiplyAdd";

    private static bool IsArray(Term term, IParameterSymbol array) => term.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Symbol, array);

    private static bool UsesArray(Term call, IParameterSymbol array)
        => call.PartsAndSelf().Any(x => IsArray(x, array) || x.IsEntryOf(array));
}
