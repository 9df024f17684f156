using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    /// <summary>A function that MathNet applies to each entry of a vector or matrix, or of two: it is followed once, as in LINQ.</summary>
    private Term? EntryWise(IMethodSymbol method, Term? receiver, ImmutableArray<Term> arguments, IInvocationOperation site)
    {
        if (receiver is null || method.Name is not ("Map" or "Map2" or "MapConvert") || !IsLinear(receiver.Type) || arguments.Length == 0 || arguments[0].Kind != TermKind.Closure)
        {
            return null;
        }

        var loop = EnterSequence(receiver, site);
        ImmutableArray<Term> entries = method.Name == "Map2"
            ? [ElementOf(receiver, loop, site), ElementOf(arguments[1], loop, site)]
            : [ElementOf(receiver, loop, site)];
        var body = Apply(arguments[0], entries, site);
        Leave(loop);
        var term = new Term(TermKind.Call, site, site.Type, [receiver, .. arguments, body], method.OriginalDefinition, loop: loop);
        Record(GraphEventKind.Compute, site, term);
        return term;
    }

    /// <summary>The entry of a vector or matrix that was made from other values, in terms of theirs; <see langword="null"/> if it was not.</summary>
    private Term? EntryOf(Term vector, Loop loop, IOperation site)
    {
        if (vector.Kind is TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Divide && IsLinear(vector.Type))
        {
            return new Term(vector.Kind, vector.Site, EntryType(vector.Type), [.. vector.Operands.Select(x => IsLinear(x.Type) ? ElementOf(x, loop, site) : x)]);
        }

        if (vector is not { Kind: TermKind.Call, Symbol: IMethodSymbol method, Operands: { Length: > 1 } operands } || !IsLinear(vector.Type))
        {
            return vector is { Kind: TermKind.Call, Symbol.Name: "ToArray" or "AsArray", Operands.Length: 1 } && IsLinear(vector.Operands[0].Type) ? ElementOf(vector.Operands[0], loop, site) : null;
        }

        return method.Name switch
        {
            "DenseOfArray" or "DenseOfEnumerable" or "Dense" when operands.Length == 2 && operands[1].Type is IArrayTypeSymbol { Rank: 1 } => ElementOf(operands[1], loop, site),
            "Map" or "MapConvert" when operands[1].Kind == TermKind.Closure => Mapped(operands[1], [ElementOf(operands[0], loop, site)], site),
            "Map2" when operands[1].Kind == TermKind.Closure => Mapped(operands[1], [ElementOf(operands[0], loop, site), ElementOf(operands[2], loop, site)], site),
            _ => null,
        };
    }

    private static bool IsLinear(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Vector" or "Matrix" } && type.ContainingNamespace.ToDisplayString().StartsWith("MathNet.Numerics.LinearAlgebra", StringComparison.Ordinal);
}
