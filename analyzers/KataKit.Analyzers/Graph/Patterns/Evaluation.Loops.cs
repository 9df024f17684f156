namespace KataKit.Analyzers.Graph.Patterns;

internal sealed partial class Evaluation
{
    private const int MostRounds = 100;

    // Whoever counts out a loop begins near the state in which it settles.
    private const int MostRoundsToSettle = 64;
    private const int MostSteps = 5_000;

    // How many terms may still be looked at, and what those of this round came to; null where no end is in doubt.
    private int? _steps;
    private Dictionary<Term, double?>? _known;

    // Where the rounds of a loop are counted out: the values of its variables.
    private readonly Dictionary<LoopVariable, double?> _rounds = [];

    /// <summary>
    /// Whether a loop is entered and never left: after some round everything that its tests depend on is what it was after an earlier one.
    /// A loop of which anything is not known is not said to be endless.
    /// </summary>
    public bool IsEndless(Loop loop)
    {
        _steps = MostSteps;
        _known = new(TermQueries.ByReference);
        var isEndless = false;
        if (loop.Kind is LoopKind.TestFirst or LoopKind.TestLast && loop.Entry.All(x => Holds(x) == true))
        {
            Begin(loop);
            isEndless = Settles(loop);
            loop.Variables.ForEach(x => _rounds.Remove(x));
        }

        (_steps, _known) = (null, null);
        return isEndless;
    }

    private bool Settles(Loop loop)
    {
        var isEndless = false;
        var (settled, seen) = (1, Values(loop));
        for (var round = 1; round <= MostRoundsToSettle && !isEndless && GoesOn(loop); round++)
        {
            Advance(loop);
            isEndless = Values(loop).SequenceEqual(seen) && GoesOn(loop);
            if (round == settled)
            {
                (settled, seen) = (2 * settled, Values(loop));
            }
        }

        return isEndless;
    }

    /// <summary>Whether a round is made and followed by another.</summary>
    private bool GoesOn(Loop loop)
        => (loop.Condition is null || Number(loop.Condition) is 1) && loop.Exits.All(x => IsMissed(x, loop));

    // How often an inner loop runs is not counted out, so that a way through it may be taken.
    private bool IsMissed(IEnumerable<Guard> way, Loop loop)
        => way.TakeWhile(x => x.Header is null || ReferenceEquals(x.Header, loop)).Any(x => Holds(x) == false);

    private bool? Holds(Guard guard) => Number(guard.Condition) is { } truth ? truth != 0 == guard.Holds : null;

    private List<double?> Values(Loop loop) => [.. loop.Variables.Select(x => _rounds[x])];

    private void Begin(Loop loop)
    {
        var starts = loop.Variables.Select(x => (Variable: x, Value: Number(x.Initial))).ToList();
        starts.ForEach(x => _rounds[x.Variable] = x.Value);
        _known?.Clear();
    }

    private void Advance(Loop loop)
    {
        var next = loop.Variables.Select(x => (Variable: x, Value: x.Next is null ? null : Number(x.Next))).ToList();
        next.ForEach(x => _rounds[x.Variable] = x.Value);
        _known?.Clear();
    }

    /// <summary>The value of a variable at the beginning of a round, or else after the last one.</summary>
    private double? Carried(LoopVariable variable)
    {
        if (_rounds.TryGetValue(variable, out var value))
        {
            return value;
        }

        var loop = variable.Loop!;
        if (loop.Kind != LoopKind.TestFirst || loop.HasOtherExit || loop.Condition is null)
        {
            return null;
        }

        Begin(loop);
        for (var round = 0; round < MostRounds && Number(loop.Condition) is not 0; round++)
        {
            Advance(loop);
        }

        var last = Number(loop.Condition) is 0 ? _rounds[variable] : null;
        loop.Variables.ForEach(x => _rounds.Remove(x));
        _known?.Clear();
        return last;
    }
}
