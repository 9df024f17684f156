using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>Which axis of the scores belongs to the queries and which to the keys, where the contract lets them differ in length.</summary>
/// <param name="Queries">The number of queries: the rows of the scores.</param>
/// <param name="Keys">The number of keys: the columns, along which weights sum to 1.</param>
internal sealed record AttentionAxes(Polynomial Queries, Polynomial Keys)
{
    /// <summary>
    /// The axes within a member. In self-attention both have one length and cannot be told apart, so there are none; a member that is the
    /// softmax itself has the rows and columns of its argument.
    /// </summary>
    public static AttentionAxes? Of(KataContract contract, IMethodSymbol member)
        => contract.IsSoftmax(member) && contract.AxesOf(member.Parameters[0]) is { Count: 2 } logits ? Of(logits[0], logits[1])
            : Rows(contract, member, "query") is { } queries && Rows(contract, member, "key") is { } keys ? Of(queries, keys)
            : null;

    /// <summary>Whether a dot product has a factor of one role on one side and of the other role on the other.</summary>
    public static bool IsProduct(Contraction product, string left, string right)
        => product.Left.Any(x => x.Role == left) && product.Right.Any(x => x.Role == right);

    private static AttentionAxes? Of(Polynomial? queries, Polynomial? keys)
        => queries is not null && keys is not null && !queries.Equals(keys) ? new AttentionAxes(queries, keys) : null;

    private static Polynomial? Rows(KataContract contract, IMethodSymbol member, string role)
        => member.Parameters.Where(x => contract.RoleOf(x) == role).Select(x => contract.AxesOf(x)?[0]).FirstOrDefault();
}
