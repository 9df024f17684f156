using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>
/// KATA4006: of the two halves of a decomposition one is sorted and the other keeps its order, so that each axis stands beside the variance
/// of another.
/// </summary>
internal sealed class ValuesSortedAlone : GraphRule
{
    public const string Id = "KATA4006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var model in FittedModel.Of(program))
        {
            var sorted = IsAsMade(model.Axes, model) ? Reordering.SortOf(model.Variances, model.Graph)
                : IsAsMade(model.Variances, model) ? Reordering.SortOf(model.Axes, model.Graph)
                : null;
            if (sorted?.Site is { } site)
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation());
            }
        }
    }

    /// <summary>Whether a half comes out in the order in which the decomposition left it, as far as all its parts can be seen.</summary>
    private static bool IsAsMade(Term half, FittedModel model)
        => !Reordering.MayReorder(half, model.Graph)
           && (IsOfLibrary(half) || IsReadInOrder(half, model));

    private static bool IsOfLibrary(Term half)
        => Reordering.Surface(half).Any(x => x is { Kind: TermKind.Load, Symbol: { Name: "EigenVectors" or "EigenValues", ContainingNamespace: { } space } }
            && space.ToDisplayString().StartsWith("MathNet.Numerics", StringComparison.Ordinal));

    // Entry i of the half is read at i of an array of numbers that rotations fill, each in its place.
    private static bool IsReadInOrder(Term half, FittedModel model)
        => Reordering.Surface(half).Any(x => x is { Kind: TermKind.Call, Symbol.Name: "Dense", Operands: { Length: > 1 } parts }
            && Reordering.Surface(parts[parts.Length - 1]).Where(y => y.Kind == TermKind.Element && y.Type.IsReal()).ToList() is { Count: > 0 } reads
            && reads.All(y => y.Operands[0].Kind is TermKind.New or TermKind.Call
                && y.Operands.Skip(1).All(z => z.Kind == TermKind.Iterated)
                && IsFilledInPlace(y.Operands[0], model)));

    private static bool IsFilledInPlace(Term array, FittedModel model)
        => model.Graph.Stores.Where(x => x.Place is { Member: null, Object: { } target } && target.Equals(array))
            .All(x => !x.Value.PartsAndSelf().Concat(x.Place!.Indices.SelectMany(y => y.PartsAndSelf()))
                .Any(y => y.Kind == TermKind.Element && y.Type.IsIntegral()));
}
