using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of the BPE tokenizer, run over the reference solution.</summary>
public sealed class BpeTokenizerTests : BpeTokenizerSpec<BpeTokenizer>;
