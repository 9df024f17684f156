using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// The contents of an array, matrix or vector: one value for all elements, then the writes since, oldest first. A loop that writes
/// <c>s[i, j]</c> is one <see cref="Pass"/>; when the loop has covered every axis the pass becomes the value of all elements.
/// </summary>
/// <param name="Axes">
/// The length of each axis, outermost first; <see langword="null"/> while the rows of an array of arrays are not there yet. A length that
/// is not known is an opaque number.
/// </param>
/// <param name="Base">The value of every element that no pass covers.</param>
/// <param name="Passes">The writes since, oldest first.</param>
internal sealed record Tensor(EquatableArray<Polynomial?> Axes, AbstractValue Base, EquatableArray<Pass> Passes)
{
    /// <summary>
    /// Whether code that is not modelled holds the object too. It may write at any time, so nothing that is written here can be relied on.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// Whether columns stand in the order that the contract gives them: an argument, or a product of such, into which nothing was written.
    /// </summary>
    public bool IsOrdered { get; init; }

    /// <summary>The number of rows of the matrix that was flattened into this array row by row, if one was.</summary>
    public Polynomial? FlatRows { get; init; }

    // Bodies that write one array in more places than this are not judged.
    private const int MostPasses = 8;

    public Tensor(EquatableArray<Polynomial?> axes, AbstractValue content)
        : this(axes, content, EquatableArray<Pass>.Empty)
    {
    }

    /// <summary>One value for every element, whatever was written where.</summary>
    public AbstractValue Summary
    {
        get
        {
            AbstractValue? summary = null;
            foreach (var pass in Passes)
            {
                var value = LoopBoundary.Forget(pass.Value);
                summary = summary is null ? value : Lattice.Join(summary, value);
            }

            return summary is null ? Base : Lattice.JoinWithFirst(summary, Base);
        }
    }

    public AbstractValue Read(EquatableArray<Polynomial> index, FlowState state)
    {
        AbstractValue? found = null;
        for (var i = Passes.Count - 1; i >= 0; i--)
        {
            var pass = Passes[i];
            var coverage = pass.Covers(index, Axes, state);
            if (coverage == Coverage.No)
            {
                continue;
            }

            found = found is null ? pass.Value : Lattice.Join(found, pass.Value);
            if (coverage == Coverage.Yes && !pass.Conditional)
            {
                return found;
            }
        }

        return found is null ? Base : Lattice.JoinWithFirst(found, Base);
    }

    public Tensor Write(EquatableArray<Polynomial> index, AbstractValue value)
    {
        var pass = new Pass(index.Map(x => new Interval(x, Polynomial.One)), EquatableArray<Atom>.Empty, value, Conditional: false);
        return With(pass);
    }

    public Tensor With(Pass pass)
    {
        if (IsShared)
        {
            return this;
        }

        if (!pass.Conditional && pass.Intervals.Count == Axes.Count && pass.CoversAll(Axes))
        {
            return new Tensor(Axes, pass.Value);
        }

        var tensor = this with { Passes = Merged(pass), IsOrdered = false };
        return tensor.Passes.Count <= MostPasses ? tensor : new Tensor(Axes, tensor.Summary);
    }

    private EquatableArray<Pass> Merged(Pass pass)
    {
        if (!pass.Conditional)
        {
            // Whatever was written to the same place before is gone.
            return new([.. Passes.Where(x => !x.SamePlace(pass)), pass]);
        }

        var older = Passes.LastOrDefault(x => x.SamePlace(pass));
        if (older is null || (!older.Conditional && !ReferenceEquals(older, Passes[Passes.Count - 1])))
        {
            return Passes.Append(pass);
        }

        var merged = pass with
        {
            Value = Lattice.Join(older.Value, pass.Value),
            Conditional = older.Conditional || pass.Earlier.Count > 0,
        };
        return new([.. Passes.Where(x => !ReferenceEquals(x, older)), merged]);
    }

    public override string ToString() => $"[{string.Join(" ", Axes.Select(x => x?.ToString() ?? "?"))}] {Base}{string.Concat(Passes.Select(x => "; " + x))}";
}

/// <summary>How surely a pass wrote the element that is being read.</summary>
internal enum Coverage
{
    No,
    Maybe,
    Yes,
}

/// <summary>A stretch of an axis.</summary>
/// <param name="Start">The first index.</param>
/// <param name="Length">How many; <see langword="null"/> when it is not known what the stretch covers.</param>
internal sealed record Interval(Polynomial Start, Polynomial? Length)
{
    public bool IsAll(Polynomial? axis) => axis is not null && Start.IsZero && axis.Equals(Length);
}

/// <summary>Writes of one statement.</summary>
/// <param name="Intervals">Where, along each axis.</param>
/// <param name="Earlier">Counters of running loops of which the writes belong to earlier turns.</param>
/// <param name="Value">What was written.</param>
/// <param name="Conditional">Whether the write may have been skipped.</param>
internal sealed record Pass(EquatableArray<Interval> Intervals, EquatableArray<Atom> Earlier, AbstractValue Value, bool Conditional)
{
    public override string ToString()
        => $"{(Conditional ? "maybe " : string.Empty)}{string.Join(", ", Intervals.Select(x => $"{x.Start}+{x.Length?.ToString() ?? "?"}"))}"
           + $"{(Earlier.Count == 0 ? string.Empty : " before " + string.Join(" ", Earlier))}: {Value}";

    public bool SamePlace(Pass other) => Intervals.Equals(other.Intervals) && Earlier.Equals(other.Earlier);

    public bool Mentions(Atom atom) => Intervals.Any(x => x.Start.Mentions(atom));

    public bool CoversAll(EquatableArray<Polynomial?> axes)
    {
        for (var i = 0; i < Intervals.Count; i++)
        {
            if (!Intervals[i].IsAll(axes[i]))
            {
                return false;
            }
        }

        return Earlier.Count == 0;
    }

    public Coverage Covers(EquatableArray<Polynomial> index, EquatableArray<Polynomial?> axes, FlowState state)
    {
        if (index.Count > Intervals.Count)
        {
            return Coverage.Maybe;
        }

        // A shorter index reads a whole row, plane and so on.
        var sure = true;
        for (var i = 0; i < Intervals.Count; i++)
        {
            var coverage = i < index.Count ? CoversAlong(Intervals[i], index[i], axes[i], state)
                : Intervals[i].IsAll(axes[i]) ? Coverage.Yes
                : Coverage.Maybe;
            if (coverage == Coverage.No)
            {
                return Coverage.No;
            }

            sure &= coverage == Coverage.Yes;
        }

        return sure && Earlier.Count == 0 ? Coverage.Yes : Coverage.Maybe;
    }

    private Coverage CoversAlong(Interval interval, Polynomial index, Polynomial? axis, FlowState state)
    {
        if (interval.IsAll(axis))
        {
            return Coverage.Yes;
        }

        var distance = index - interval.Start;
        if (interval.Length is null)
        {
            return Coverage.Maybe;
        }

        if (distance.IsZero)
        {
            // The same index expression in a later turn of the loop is another element.
            return Earlier.Any(x => interval.Start.Mentions(x)) ? Coverage.No : Coverage.Yes;
        }

        if (interval.Length.Equals(Polynomial.One))
        {
            // s[i - 1] is not what this turn writes to s[i], but it may be what an earlier turn wrote.
            return distance.Constant is null || Earlier.Any(x => interval.Start.Mentions(x)) ? Coverage.Maybe : Coverage.No;
        }

        return state.RangeOf(distance) is { } range && range.Start.IsZero && interval.Length.Equals(range.Step * range.Count)
            ? Coverage.Yes
            : Coverage.Maybe;
    }
}
