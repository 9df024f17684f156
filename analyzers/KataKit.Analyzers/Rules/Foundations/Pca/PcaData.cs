using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>What the members of PCA return, and what they are given.</summary>
internal static class PcaData
{
    /// <summary>The content of what a member returns, where the flow knows it; nothing where one return is not understood.</summary>
    public static IReadOnlyList<(Quantity Value, SyntaxNode Site)> Returned(Outcome outcome)
    {
        var returned = outcome.Events.Where(x => x.Kind == FlowEventKind.Returned)
            .Select(x => (Value: x.State.Find(x.Value)?.Summary as Quantity, x.Site.Syntax))
            .ToList();
        return returned.Any(x => x.Value is null or { MayBeFiller: true }) ? [] : [.. returned.Select(x => (x.Value!, x.Syntax))];
    }

    /// <summary>The number of samples: the rows of the data.</summary>
    public static Monomial? Samples(KataContract contract, IMethodSymbol member)
        => Data(member) is { } data && contract.AxesOf(data) is { Count: 2 } axes ? axes[0]?.Single : null;

    /// <summary>Whether a product is of the data with themselves, summed over the samples.</summary>
    public static bool IsOfData(Contraction product, KataContract contract, IMethodSymbol member)
        => product.Left.Equals(product.Right) && product.Left.Count == 1
           && Samples(contract, member) is { } samples && product.Length.Equals(samples);

    private static IParameterSymbol? Data(IMethodSymbol member) => member.Parameters.LastOrDefault(x => x.Type.SpecialType == SpecialType.None);
}
