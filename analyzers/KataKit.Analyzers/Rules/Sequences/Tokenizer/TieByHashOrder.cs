using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2001: the pair with the largest count is taken from a dictionary by comparing counts alone, so that of equal ones the order of the
/// dictionary decides. Judged in training, whose contract says that the smaller pair wins.
/// </summary>
internal sealed class TieByHashOrder : GraphRule
{
    public const string Id = "KATA2001";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly ImmutableHashSet<string> TakesOne = ImmutableHashSet.Create("First", "FirstOrDefault", "Last", "LastOrDefault", "ElementAt", "Take", "ElementAtOrDefault");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Of("Train") is not { } graph ? []
            : graph.Computations.Select(x => JudgeCall(x, graph)).OfType<Diagnostic>()
                .Concat(HashEntries.AreTiesSought(graph) ? [] : graph.Loops.SelectMany(JudgeLoop));

    private static Diagnostic? JudgeCall(GraphEvent happening, ValueGraph graph)
    {
        if (happening.Value is not { Kind: TermKind.Call, Loop: { } loop, Symbol: IMethodSymbol { ContainingType.Name: "Enumerable" } method } call
            || !HashEntries.AreIn(call.Operands[0])
            || HashEntries.Use(call.Operands[call.Operands.Length - 1], loop) is not (true, false))
        {
            return null;
        }

        var hasComparer = method.Parameters.Any(x => x.Type.Name == "IComparer");
        var isSettledLater = HashEntries.AreTiesSought(graph);
        return method.Name switch
        {
            "MaxBy" or "MinBy" when !hasComparer && !isSettledLater && UsesKey(call, graph) => Report(happening, FixProperties.MaxBy),
            "OrderBy" or "OrderByDescending" when !hasComparer && !isSettledLater && IsTakenFrom(call, graph) => Report(happening, FixProperties.ThenBy),
            "First" or "FirstOrDefault" or "Last" or "LastOrDefault" when UsesKey(call, graph) => Report(happening, null),
            _ => null,
        };
    }

    /// <summary>Whether one entry is taken from the sorted ones, which no later order sorts further.</summary>
    private static bool IsTakenFrom(Term sorted, ValueGraph graph)
    {
        var later = graph.Computations
            .Select(x => x.Value)
            .Where(x => x is { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType.Name: "Enumerable" } } && ReferenceEquals(x.Operands[0], sorted))
            .ToList();
        return later.All(x => TakesOne.Contains(x.Symbol!.Name)) && later.Any(x => UsesKey(x, graph));
    }

    private static bool UsesKey(Term entry, ValueGraph graph)
        => entry.Type is not INamedTypeSymbol { Name: "KeyValuePair" or "IGrouping" }
           || graph.Events.SelectMany(x => x.Place is null ? [x.Value] : x.Place.Indices.Add(x.Value))
            .SelectMany(x => x.PartsAndSelf())
            .Any(x => x.Kind == TermKind.Load && x.Symbol!.Name == "Key" && x.Operands.Length == 1 && ReferenceEquals(x.Operands[0], entry));

    /// <summary>A running best: kept where the count is larger, replaced by this entry's key, and no key takes part in the decision.</summary>
    private static IEnumerable<Diagnostic> JudgeLoop(Loop loop)
    {
        if (loop.Source is null || !HashEntries.AreIn(loop.Source))
        {
            yield break;
        }

        foreach (var best in loop.Variables.Where(x => x.Next is { Kind: TermKind.Choice }))
        {
            var (conditions, ways) = (new List<Term>(), new List<Term>());
            TakeApart(best.Next!, conditions, ways);
            if (ways.Any(x => ReferenceEquals(x, best))
                && ways.Any(x => HashEntries.Use(x, loop).Key)
                && !conditions.Any(x => HashEntries.Use(x, loop).Key)
                && conditions.SelectMany(x => x.PartsAndSelf()).FirstOrDefault(x => IsComparison(x, loop)) is { Site: { } site })
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), site.Syntax.ToString());
            }
        }
    }

    private static void TakeApart(Term choice, List<Term> conditions, List<Term> ways)
    {
        if (choice.Kind != TermKind.Choice)
        {
            ways.Add(choice);
            return;
        }

        conditions.Add(choice.Operands[0]);
        TakeApart(choice.Operands[1], conditions, ways);
        TakeApart(choice.Operands[2], conditions, ways);
    }

    private static bool IsComparison(Term term, Loop loop)
        => term.Kind is TermKind.Less or TermKind.LessOrEqual
           && HashEntries.Use(term, loop).Value
           && term.PartsAndSelf().Any(x => x.Kind == TermKind.LoopVariable && ReferenceEquals(x.Loop, loop));

    private static Diagnostic Report(GraphEvent happening, string? fix)
    {
        var syntax = happening.Site.Syntax;
        var name = syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : syntax;
        var isOrdered = happening.Site is IInvocationOperation { TargetMethod.TypeArguments: { Length: > 0 } types }
            && types[0] is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: var entry }
            && IsOrdered(entry[0]);
        var properties = fix is null || !isOrdered ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(fix, fix);
        return Diagnostic.Create(Rule, name.GetLocation(), properties, name.ToString());
    }

    private static bool IsOrdered(ITypeSymbol key)
        => key.IsIntegral() || key is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(x => x.Type.IsIntegral());
}
