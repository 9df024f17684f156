using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>A node that knows where it stood, and tells a ledger of every read and write of its link.</summary>
/// <param name="value">What the node carries.</param>
/// <param name="position">Where it stands before the call, counted from 1.</param>
/// <param name="ledger">Who is told.</param>
internal sealed class CountedNode(int value, int position, AccessLedger ledger) : ListNode(value)
{
    public int Position { get; } = position;

    public AccessLedger Ledger { get; } = ledger;

    public override ListNode? Next
    {
        get
        {
            Ledger.Record(Position);
            return base.Next;
        }

        set
        {
            Ledger.Record(Position);
            base.Next = value;
        }
    }

    /// <summary>The link as the spec reads and writes it: off the record.</summary>
    public ListNode? Link
    {
        get => base.Next;
        set => base.Next = value;
    }
}
