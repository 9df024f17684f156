using FsCheck;
using FsCheck.Fluent;
using KataKit.Contracts;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the linked-list kata: <see cref="IReverseLinkedList"/> member by member, in building order. Every list that an
/// answer gets counts how often its links are touched, so that no test depends on a clock.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class ReverseLinkedListSpec<TKata>
    where TKata : IReverseLinkedList
{
    private const int Million = 1_000_000;

    /// <summary>Up to 12 values out of a few, so that equal ones stand near each other.</summary>
    private static readonly Gen<int[]> FewValues =
        from count in Gen.Choose(0, 12)
        from values in Gen.Choose(-2, 2).ArrayOf(count)
        select values;

    private static ListNode? Reverse(NodeList list) => list.Answer("Reverse", TKata.Reverse);

    private static ListNode? ReverseBetween(NodeList list, int left, int right)
        => list.Answer($"ReverseBetween with left {left} and right {right}", head => TKata.ReverseBetween(head, left, right));

    private static ListNode? ReverseInGroups(NodeList list, int k)
        => list.Answer($"ReverseInGroups with k {k}", head => TKata.ReverseInGroups(head, k));

    /// <summary>Requires that a call allocates no more than a few objects, however long the list is.</summary>
    private static void AllocatesNothingPerNode(string what, Func<ListNode?, ListNode?> member)
    {
        // A reference a node would be 800 000 bytes, a sentinel is a few dozen. The first call pays for what the runtime sets up.
        const int Nodes = 100_000;
        const long Allowed = 10_000;
        var list = NodeList.Of(Nodes);
        member(NodeList.Of(Nodes).Head);

        var before = GC.GetAllocatedBytesForCurrentThread();
        member(list.Head);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        if (allocated > Allowed)
        {
            throw new SpecFailureException(
                $"{what} of {Nodes} nodes allocated {allocated} bytes, that is {allocated / (double)Nodes:F1} a node. "
                + "In place means that the nodes are relinked as they are: no copies, no array, list or stack of nodes.");
        }
    }
}
