using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1010: scores or weights are used the other way round: K·Qᵀ where a row must belong to a query, or weightsᵀ·V. Judged where the
/// lengths of queries and keys can differ, so that the axes can be told apart.
/// </summary>
internal sealed class KeysByQueries : FlowRule
{
    public const string Id = "KATA1010";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    /// <summary>Where a run takes keys for rows of the scores, or sums the output over the queries.</summary>
    public static IEnumerable<(SyntaxNode Site, bool IsOutput)> Sites(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        if (AttentionAxes.Of(contract, member) is not { } axes || contract.IsSoftmax(member))
        {
            return [];
        }

        var conflicts = Conflicts.In(contract, member, outcome);
        if (Products(contract, axes, outcome).Concat(Loops(conflicts)).FirstOrDefault() is { } scores)
        {
            return [(scores, false)];
        }

        return conflicts.Take(1).Where(x => IsOutput(x, axes)).Select(x => (x.Site.Syntax, true));
    }

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Sites(contract, member, outcome).Select(x => Diagnostic.Create(
            Rule,
            x.Site.GetLocation(),
            x.IsOutput ? Messages.Localizable(Id + "_Output") : Messages.Localizable(Id + "_Scores")));

    // A product of matrices with the keys on the left that reaches softmax as it is.
    private static IEnumerable<SyntaxNode> Products(KataContract contract, AttentionAxes axes, Outcome outcome)
        => outcome.Events
            .Where(x => x.Parameter?.ContainingSymbol is IMethodSymbol method && contract.IsSoftmax(method)
                && x.Axes is { Count: 2 } shape && axes.Keys.Equals(shape[0]) && axes.Queries.Equals(shape[1]))
            .Select(x => (x.Value as Quantity)?.Contraction)
            .Where(x => x is { IsMatrix: true } && AttentionAxes.IsProduct(x, "key", "query"))
            .Select(x => x!.Site);

    // keys[i, c] * queries[j, c], where i runs over the queries and j over the keys.
    private static IEnumerable<SyntaxNode> Loops(IReadOnlyList<FlowEvent> conflicts)
    {
        var (keys, queries) = (First(conflicts, "key"), First(conflicts, "query"));
        return keys is null || queries is null
            || !keys.Conflict!.LeftLength.Equals(queries.Conflict!.RightLength) || !queries.Conflict.LeftLength.Equals(keys.Conflict.RightLength)
            ? []
            : [keys.Site.Syntax];
    }

    private static FlowEvent? First(IReadOnlyList<FlowEvent> conflicts, string role)
        => conflicts.FirstOrDefault(x => x.Kind == FlowEventKind.IndexOffAxis && x.Conflict!.LeftAxis == 0 && Conflicts.IsPlain(x.Conflict.LeftContent, role));

    // Weights that are summed over the queries, where the values want the keys.
    private static bool IsOutput(FlowEvent found, AttentionAxes axes)
        => found.Conflict is { LeftContent: Quantity { Stage: Share } } conflict
           && axes.Queries.Equals(conflict.LeftLength) && axes.Keys.Equals(conflict.RightLength)
           && (found.Kind == FlowEventKind.IndexOffAxis || Conflicts.IsPlain(conflict.RightContent, "value"));
}
