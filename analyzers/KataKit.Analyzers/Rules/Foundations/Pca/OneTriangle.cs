using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4010: of the covariance one triangle is filled, the other stays 0, and that matrix is returned.</summary>
internal sealed class OneTriangle : GraphRule
{
    public const string Id = "KATA4010";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("Covariance") is not { Result: { } result } graph)
        {
            yield break;
        }

        var matrix = Matrix(result);
        var stores = graph.StoresTo(matrix).Where(x => !IsEmptyRow(x.Value, graph)).ToList();
        var isFilledOtherwise = graph.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol { ReturnsVoid: true } } call && call.Operands.Contains(matrix));
        if (stores.Count > 0 && !isFilledOtherwise && (stores.All(x => IsBeyond(x, 0, 1)) || stores.All(x => IsBeyond(x, 1, 0))))
        {
            yield return Diagnostic.Create(Rule, stores[0].Site.Syntax.GetLocation());
        }
    }

    private static bool IsEmptyRow(Term value, ValueGraph graph) => value is { Kind: TermKind.New, Type: IArrayTypeSymbol } && !graph.StoresTo(value).Any();

    // A matrix keeps its zeros when it is divided by a number, or built from an array as a whole or entry by entry.
    private static Term Matrix(Term result)
        => result.Is(TermKind.Divide, out var dividend, out _) ? Matrix(dividend)
            : result is not { Kind: TermKind.Call, Operands: { Length: > 0 } parts } ? result
            : result.Symbol!.Name is "DenseOfArray" or "OfArray" or "DenseOfRowArrays" ? parts[parts.Length - 1]
            : result.Symbol.Name == "Dense" && parts[parts.Length - 1] is { Kind: TermKind.Element } entry && entry.Position().All(x => x.Kind == TermKind.Iterated) ? entry.Root()
            : result;

    // One index begins where the other stands, or the other ends there: it never comes to the other side.
    private static bool IsBeyond(GraphEvent store, int low, int high)
        => store.Place!.Position() is { Length: 2 } indices
           && indices[high].IsCounter(out var start, out var step) && step > 0
           && indices[low].IsCounter(out _, out step) && step > 0
           && (start.PartsAndSelf().Contains(indices[low])
               || (indices[low].Loop?.Condition is { Kind: TermKind.Less or TermKind.LessOrEqual } test
                   && ReferenceEquals(test.Left, indices[low])
                   && test.Right.PartsAndSelf().Contains(indices[high])));
}
