using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of the minimization of a function, run over the reference solution.</summary>
public sealed class FunctionMinimizationTests : FunctionMinimizationSpec<FunctionMinimization>;
