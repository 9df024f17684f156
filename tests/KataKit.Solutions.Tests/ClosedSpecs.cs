// Written by `kata sync`: one class for each solution.
using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of BpeTokenizer, run over the reference solution.</summary>
public sealed class BpeTokenizerTests : BpeTokenizerSpec<BpeTokenizer>;

/// <summary>The spec of FunctionMinimization, run over the reference solution.</summary>
public sealed class FunctionMinimizationTests : FunctionMinimizationSpec<FunctionMinimization>;

/// <summary>The spec of MaxPool, run over the reference solution.</summary>
public sealed class MaxPoolTests : MaxPoolSpec<MaxPool>;

/// <summary>The spec of Pca, run over the reference solution.</summary>
public sealed class PcaTests : PcaSpec<Pca>;

/// <summary>The spec of ReverseLinkedList, run over the reference solution.</summary>
public sealed class ReverseLinkedListTests : ReverseLinkedListSpec<ReverseLinkedList>;

/// <summary>The spec of SelfAttention, run over the reference solution.</summary>
public sealed class SelfAttentionTests : SelfAttentionSpec<SelfAttention>;

/// <summary>The spec of SteRounding, run over the reference solution.</summary>
public sealed class SteRoundingTests : SteRoundingSpec<SteRounding>;
