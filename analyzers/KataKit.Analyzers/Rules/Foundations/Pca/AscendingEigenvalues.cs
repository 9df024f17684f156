using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>
/// KATA4005: the axes come out by growing variance: eigenvectors of the library's decomposition of a symmetric matrix in the order in
/// which it gives them, or an order that was sorted upwards.
/// </summary>
internal sealed class AscendingEigenvalues : GraphRule
{
    public const string Id = "KATA4005";

    private const double Asymmetric = 3;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var model in FittedModel.Of(program))
        {
            var place = LibraryOrder(model) ?? OwnOrder(model);
            if (place?.Site is { } site)
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation());
            }
        }
    }

    private static Term? LibraryOrder(FittedModel model)
        => Reordering.MayReorder(model.Axes, model.Graph)
            ? null
            : FittedModel.EigenvectorsIn(model.Axes).FirstOrDefault(x => IsAscending(x.Operands[0]));

    // The decomposition of -S or of an inverse has its order the other way round.
    private static bool IsAscending(Term decomposition)
        => decomposition.Operands.Length == 2
           && !(decomposition.Operands[1].IsNumber(out var kind) && kind == Asymmetric)
           && decomposition.Operands[0].Kind != TermKind.Negate
           && !(decomposition.Operands[0].Kind == TermKind.Multiply && decomposition.Operands[0].Operands.Any(x => x.IsNumber(out _)))
           && decomposition.Operands[0] is not { Kind: TermKind.Call, Symbol.Name: "Inverse" or "PseudoInverse" or "Negate" };

    // An order of indices by a number of each, upwards, which picks axes and variances alike.
    private static Term? OwnOrder(FittedModel model)
    {
        var sorts = Sorts(model.Variances).ToList();
        return sorts.Count == 1
            && Sorts(model.Axes).Contains(sorts[0])
            && sorts[0] is { Symbol.Name: "OrderBy", Operands: { Length: 3 } parts }
            && parts[0] is { Kind: TermKind.Call, Symbol.Name: "Range" }
            && parts[2].Type.IsReal()
            && parts[2].Kind is TermKind.Element or TermKind.Load
            && !IsTurned(model, sorts[0])
                ? sorts[0]
                : null;
    }

    private static IEnumerable<Term> Sorts(Term term)
        => Reordering.Surface(term).Where(x => x is { Kind: TermKind.Call, Symbol: { Name: "OrderBy" or "OrderByDescending" or "ThenBy", ContainingType.Name: "Enumerable" } }).Distinct();

    private static bool IsTurned(FittedModel model, Term sort)
        => Reordering.IsTurned(model.Axes)
           || Reordering.IsTurned(model.Variances)
           || model.Graph.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol.Name: "Reverse" } call && call.Operands.Any(y => y.DescendantsAndSelf().Contains(sort)));
}
