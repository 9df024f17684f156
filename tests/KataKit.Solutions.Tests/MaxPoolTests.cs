using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of max pooling, run over the reference solution.</summary>
public sealed class MaxPoolTests : MaxPoolSpec<MaxPool>;
