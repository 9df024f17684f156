using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of self-attention, run over the reference solution.</summary>
public sealed class SelfAttentionTests : SelfAttentionSpec<SelfAttention>;
