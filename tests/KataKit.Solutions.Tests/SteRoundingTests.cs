using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of STE rounding, run over the reference solution.</summary>
public sealed class SteRoundingTests : SteRoundingSpec<SteRounding>;
