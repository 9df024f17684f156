using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What a run has found out so far. A loop's turn over states that have not settled is taken back, with all that it added.</summary>
internal sealed class Findings
{
    private readonly List<FlowEvent> _events = [];
    private readonly List<(SyntaxNode Syntax, Polynomial Value)> _numbers = [];
    private readonly List<TracePoint> _points = [];

    /// <inheritdoc cref="Outcome.Events"/>
    public IReadOnlyList<FlowEvent> Events => _events;

    /// <summary>What held after each statement, where somebody asked.</summary>
    public IReadOnlyList<TracePoint> Points => _points;

    /// <inheritdoc cref="Outcome.TestsData"/>
    public bool TestsData { get; set; }

    public void Add(FlowEvent @event) => _events.Add(@event);

    public void Add(SyntaxNode syntax, Polynomial value) => _numbers.Add((syntax, value));

    public void Add(TracePoint point) => _points.Add(point);

    /// <inheritdoc cref="Outcome.Numbers"/>
    public IReadOnlyDictionary<SyntaxNode, Polynomial?> Numbers()
    {
        var numbers = new Dictionary<SyntaxNode, Polynomial?>();
        foreach (var (syntax, value) in _numbers)
        {
            numbers[syntax] = !numbers.TryGetValue(syntax, out var known) || value.Equals(known) ? value : null;
        }

        return numbers;
    }

    /// <summary>How much there is, for <see cref="ForgetSince"/>.</summary>
    public (int Events, int Numbers, int Points, bool TestsData) Mark() => (_events.Count, _numbers.Count, _points.Count, TestsData);

    /// <summary>Takes back what was added since.</summary>
    public void ForgetSince((int Events, int Numbers, int Points, bool TestsData) mark)
    {
        _events.RemoveRange(mark.Events, _events.Count - mark.Events);
        _numbers.RemoveRange(mark.Numbers, _numbers.Count - mark.Numbers);
        _points.RemoveRange(mark.Points, _points.Count - mark.Points);
        TestsData = mark.TestsData;
    }
}
