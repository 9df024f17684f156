using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>The axes and variances that a member returns: those of <c>Fit</c>, or the one of <c>LeadingAxis</c>.</summary>
/// <param name="Graph">The member.</param>
/// <param name="Axes">The axes, one a row, or the only one.</param>
/// <param name="Variances">Their variances.</param>
internal sealed record FittedModel(ValueGraph Graph, Term Axes, Term Variances)
{
    /// <summary>What the members of a type return, as far as it is made where they return it.</summary>
    public static IEnumerable<FittedModel> Of(GraphProgram program)
    {
        if (program.Of("Fit") is { Result: { Kind: TermKind.New, Operands: { Length: 4 } model } } fit)
        {
            yield return new FittedModel(fit, model[1], model[2]);
        }

        if (program.Of("LeadingAxis") is { Result: { Kind: TermKind.New, Operands: { Length: 2 } axis } } leading)
        {
            yield return new FittedModel(leading, axis[0], axis[1]);
        }
    }

    /// <summary>The eigenvectors of a library's decomposition of a symmetric matrix within a term.</summary>
    public static IEnumerable<Term> EigenvectorsIn(Term term)
        => term.DescendantsAndSelf().Where(x => x is { Kind: TermKind.Load, Symbol.Name: "EigenVectors", Operands: { Length: 1 } parts } && IsDecomposition(parts[0]));

    private static bool IsDecomposition(Term term)
        => term is { Kind: TermKind.Call, Symbol: { Name: "Evd", ContainingNamespace: { } space } }
           && space.ToDisplayString().StartsWith("MathNet.Numerics.LinearAlgebra", StringComparison.Ordinal);
}
