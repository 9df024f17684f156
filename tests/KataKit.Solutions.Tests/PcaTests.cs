using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of PCA, run over the reference solution.</summary>
public sealed class PcaTests : PcaSpec<Pca>;
