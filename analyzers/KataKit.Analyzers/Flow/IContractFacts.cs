using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What the interpreter takes from the contract of the type that it interprets.</summary>
internal interface IContractFacts
{
    /// <summary>Whether the contract promises that a method gives the softmax of each row of its first argument.</summary>
    bool IsSoftmax(IMethodSymbol method);
}
