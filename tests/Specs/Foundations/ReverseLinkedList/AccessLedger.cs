using System.Runtime.CompilerServices;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>
/// Counts how often an answer touches the links of a list. It ends an answer that follows a cycle, walks the list again for each node,
/// or calls itself for each node, while there is still a failure to report: before the time and before the stack run out.
/// </summary>
/// <param name="nodes">The number of nodes in the list.</param>
internal sealed class AccessLedger(int nodes)
{
    // A right answer reads and writes a link three or four times. Even for the longest list, this is far below nodes².
    private const int AccessesPerNode = 30;

    private readonly long _allowed = (AccessesPerNode * (long)nodes) + 100;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _accesses;

    public void Record(int position)
    {
        if (++_accesses > _allowed)
        {
            throw new SpecFailureException(
                $"The links of a list of {nodes} nodes were read or written {_allowed} times and there was no end. "
                + "Either the loop does not come to the end of the list (follow the cursor on paper: does it move on?) "
                + "or the list is walked again for each node, where a fixed number of walks is enough.");
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new SpecFailureException(
                $"The call stack of a list of {nodes} nodes was used up at the node from position {position}: a call for each "
                + "node or group takes as much space as a copy of the list. The contract asks for constant space.");
        }

        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new SpecFailureException(
                "A link was touched on another thread than the caller's: a thread with a larger stack is still no constant space.");
        }
    }
}
