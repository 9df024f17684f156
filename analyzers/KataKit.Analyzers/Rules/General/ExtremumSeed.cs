using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0014: a search for the largest of values that may be negative begins at 0 or at double.Epsilon, or one for the smallest begins at 0
/// or at double.MinValue; or a search among values that may be infinite begins at the last finite number. What is beyond the beginning is
/// never found.
/// </summary>
internal sealed class ExtremumSeed : GraphRule
{
    public const string Id = "KATA0014";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly HashSet<string> Copies = new(StringComparer.Ordinal) { "Row", "Column", "ToArray", "ToList", "Clone", "Enumerate", "AsEnumerable" };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           from search in ExtremumSearch.In(graph)
           where search.Seed.Site is not null && IsWrong(search, graph, program)
           select Diagnostic.Create(
               Rule,
               search.Seed.Site!.Syntax.GetLocation(),
               StandsForItself(search) ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, Bound(search)) : null,
               search.Seed.Site.Syntax.ToString(),
               search.IsMaximum ? Messages.Localizable(Id + "_Below") : Messages.Localizable(Id + "_Above"),
               Bound(search));

    private static bool IsWrong(ExtremumSearch search, ValueGraph graph, GraphProgram program)
        => (search.IsMaximum ? Extremes.IsGreatest(search.Seed) : Extremes.IsLeast(search.Seed))
           || FiniteSeed.IsResult(search, graph, program)
           || (Extremes.IsNought(search.Seed) && search.Candidate.Type.IsReal() && program.Contract is not null && IsSigned(search.Candidate, graph, []));

    // Beside an arbitrary point an infinity is no better.
    private static bool StandsForItself(ExtremumSearch search)
        => search.Best.First() is var first && (ReferenceEquals(first, search.Seed) || !first.Operands.Any(x => !ReferenceEquals(x, search.Seed) && x.IsNumber(out _)));

    private static string Bound(ExtremumSearch search)
    {
        var type = search.Seed.Type?.ToDisplayString() ?? "double";
        return (search.Seed.Type?.SpecialType, search.IsMaximum) switch
        {
            (SpecialType.System_Double or SpecialType.System_Single, true) => type + ".NegativeInfinity",
            (SpecialType.System_Double or SpecialType.System_Single, false) => type + ".PositiveInfinity",
            (_, true) => type + ".MinValue",
            _ => type + ".MaxValue",
        };
    }

    /// <summary>Whether a value is one that a kata was given, or a value of its function, as it came: those have both signs.</summary>
    private static bool IsSigned(Term value, ValueGraph graph, HashSet<Term> seen)
        => seen.Add(value) && value.Kind switch
        {
            TermKind.Convert => IsSigned(value.Operands[0], graph, seen),
            TermKind.Choice or TermKind.Join => value.Operands.Skip(value.Kind == TermKind.Choice ? 1 : 0).Any(x => IsSigned(x, graph, seen)),
            TermKind.Element or TermKind.Iterated => !IsDiagonal(value) && IsSignedStorage(value.Root(), graph, seen),
            TermKind.Call => value.Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke },
            _ => false,
        };

    private static bool IsSignedStorage(Term root, ValueGraph graph, HashSet<Term> seen)
        => root.Kind switch
        {
            TermKind.Parameter => !graph.StoresTo(root).Any(),
            TermKind.New => graph.StoresTo(root).ToList() is { Count: > 0 } stores && stores.All(x => IsSigned(x.Value, graph, seen)),
            TermKind.Call when Copies.Contains(root.Symbol!.Name) && !graph.StoresTo(root).Any() => IsSignedStorage(root.Operands[0].Root(), graph, seen),
            _ => false,
        };

    private static bool IsDiagonal(Term element) => element.Operands.Length == 3 && element.Operands[1].Equals(element.Operands[2]);
}
