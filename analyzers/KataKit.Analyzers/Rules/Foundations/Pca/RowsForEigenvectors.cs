using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4007: eigenvectors stand in the columns of a matrix, but its rows are taken for axes.</summary>
internal sealed class RowsForEigenvectors : GraphRule
{
    public const string Id = "KATA4007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var model in FittedModel.Of(program))
        {
            foreach (var place in Reordering.Surface(model.Axes).Where(x => IsRow(x, model)).Select(x => x.Site).OfType<IOperation>().Distinct())
            {
                yield return Diagnostic.Create(Rule, place.Syntax.GetLocation());
            }
        }
    }

    private static bool IsRow(Term term, FittedModel model)
        => term switch
        {
            { Kind: TermKind.Call, Symbol.Name: "Row", Operands: { Length: 2 } row } => IsByColumns(row[0], model),
            { Kind: TermKind.Call, Symbol.Name: "EnumerateRows", Operands: { Length: > 0 } rows } => IsByColumns(rows[0], model),
            { Kind: TermKind.Call, Symbol.Name: "Dense", Operands: { Length: > 3 } built } => Entry(built, model),
            _ => false,
        };

    // Entry (i, j) of the axes is the entry (…i…, j) of the eigenvectors.
    private static bool Entry(ImmutableArray<Term> built, FittedModel model)
        => built[built.Length - 1] is { Kind: TermKind.Element, Operands: { Length: 3 } entry }
           && IsByColumns(entry[0], model)
           && built.FirstOrDefault(x => x.Kind == TermKind.Closure)?.Symbol is IMethodSymbol { Parameters: { Length: 2 } indices }
           && Depends(entry[1], indices[0]) && !Depends(entry[1], indices[1])
           && Depends(entry[2], indices[1]) && !Depends(entry[2], indices[0]);

    private static bool Depends(Term index, IParameterSymbol parameter)
        => index.PartsAndSelf().Any(x => x.Kind == TermKind.Iterated
            && x.Operands[0] is { Kind: TermKind.Parameter, Symbol: { } symbol } && SymbolEqualityComparer.Default.Equals(symbol, parameter));

    private static bool IsByColumns(Term matrix, FittedModel model)
        => FittedModel.EigenvectorsIn(matrix).Any(x => ReferenceEquals(x, matrix)) || IsRotatedByColumns(matrix, model.Graph);

    /// <summary>Whether rotations mix two columns of an array, entry by entry: then its columns are what becomes eigenvectors.</summary>
    private static bool IsRotatedByColumns(Term array, ValueGraph graph)
    {
        var rotations = graph.Stores
            .Where(x => x.Place is { Member: null, Object: { } target, Indices.Length: 2 } && target.Equals(array) && !x.Value.IsNumber(out _))
            .ToList();
        return rotations.Count >= 2
            && rotations.All(x => x.Loop is { } loop
                && x.Place!.Indices[0].VariesIn(loop)
                && !x.Place.Indices[1].VariesIn(loop)
                && Mixed(x.Value, array) is { Count: >= 2 } mixed
                && mixed.All(y => y.Operands[1].Equals(x.Place.Indices[0])));
    }

    private static List<Term> Mixed(Term value, Term array)
        => [.. value.PartsAndSelf().Where(x => x is { Kind: TermKind.Element, Operands.Length: 3 } && x.Operands[0].Equals(array)).Distinct()];
}
