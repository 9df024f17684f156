using KataKit.Contracts;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>A list to hand to an answer, and the nodes that it was made of to hold the result against.</summary>
internal sealed class NodeList
{
    // Longer lists are told by their length.
    private const int Printable = 12;

    private readonly CountedNode[] _nodes;
    private readonly int[] _values;

    /// <summary>Links one node for each value.</summary>
    /// <param name="values">The values, first node first.</param>
    public NodeList(IEnumerable<int> values)
    {
        _values = [.. values];
        var ledger = new AccessLedger(_values.Length);
        _nodes = new CountedNode[_values.Length];
        for (var i = _values.Length - 1; i >= 0; i--)
        {
            _nodes[i] = new CountedNode(_values[i], i + 1, ledger) { Link = i + 1 < _values.Length ? _nodes[i + 1] : null };
        }
    }

    /// <summary>A list of a given length whose node at position p carries p.</summary>
    /// <param name="count">The number of nodes.</param>
    /// <returns>The list.</returns>
    public static NodeList Of(int count) => new(Enumerable.Range(1, count));

    public int Count => _nodes.Length;

    public CountedNode? Head => _nodes.Length == 0 ? null : _nodes[0];

    /// <summary>The node that stood at a position, counted from 1.</summary>
    /// <param name="position">The position.</param>
    public CountedNode this[int position] => _nodes[position - 1];

    /// <summary>Calls an answer with the list; an accident in it becomes a failure that tells the input.</summary>
    /// <param name="call">The call in words.</param>
    /// <param name="member">The call.</param>
    /// <returns>What the answer returned.</returns>
    public ListNode? Answer(string call, Func<ListNode?, ListNode?> member)
    {
        try
        {
            return member(Head);
        }
        catch (Exception exception) when (exception is not (NotImplementedException or SpecFailureException))
        {
            throw new SpecFailureException($"{call} of {this} threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>
    /// Requires that a chain consists of the list's own nodes in a given order, ends there, and that no value was written.
    /// </summary>
    /// <param name="head">The first node of the chain.</param>
    /// <param name="order">The positions at which the nodes stood before the call, in the order in which they must stand now.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">The chain is another.</exception>
    public void Expect(ListNode? head, IReadOnlyList<int> order, string because)
    {
        var node = head;
        for (var i = 0; i < order.Count; i++)
        {
            if (Misplaced(node, order[i]) is { } mistake)
            {
                throw new SpecFailureException($"{because}: in the result of {this}, position {i + 1} {mistake}.{Chain(head)}");
            }

            node = ((CountedNode)node!).Link;
        }

        if (node is not null)
        {
            var (end, found) = order.Count == 0 ? ("be empty", "begins") : ($"end after {order.Count}", "goes on");
            throw new SpecFailureException($"{because}: the result of {this} must {end}, but {found} with {Describe(node)}.{Chain(head)}");
        }

        for (var i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i].Value != _values[i])
            {
                throw new SpecFailureException(
                    $"{because}: the node from position {i + 1} carried {_values[i]} and now carries {_nodes[i].Value}. "
                    + "Move nodes, not values.");
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Count switch
    {
        0 => "the empty list",
        <= Printable => $"the list {string.Join(" → ", _values)}",
        _ => $"a list of {Count} nodes",
    };

    private string? Misplaced(ListNode? node, int position) => node switch
    {
        null => $"holds no node: the list ends too early, where the node from position {position} is expected",
        _ when IsOwn(node, out var own) => own.Position == position
            ? null
            : $"must hold the node from position {position}, got the one from position {own.Position}",
        _ => $"must hold the node from position {position}, got {Describe(node)}",
    };

    private string Describe(ListNode node)
        => IsOwn(node, out var own)
            ? $"the node from position {own.Position}"
            : $"a node that was not in the list (it carries {node.Value})";

    private bool IsOwn(ListNode node, out CountedNode own)
    {
        own = (node as CountedNode)!;
        return own is not null && own.Position <= Count && ReferenceEquals(this[own.Position], own);
    }

    /// <summary>The result as far as it can be printed. It may run in a circle.</summary>
    private string Chain(ListNode? head)
    {
        if (Count > Printable)
        {
            return "";
        }

        var shown = new List<string>();
        var node = head;
        for (; node is not null && shown.Count <= Count; node = node is CountedNode counted ? counted.Link : node.Next)
        {
            shown.Add($"{node.Value}");
        }

        return $" The result reads {(shown.Count == 0 ? "null" : string.Join(" → ", shown))}{(node is null ? "" : " → …")}.";
    }
}
