using KataKit.Katas;
using KataKit.Specs;

namespace KataKit.Solutions.Tests;

/// <summary>The spec of the reversal of a linked list, run over the reference solution.</summary>
public sealed class ReverseLinkedListTests : ReverseLinkedListSpec<ReverseLinkedList>;
