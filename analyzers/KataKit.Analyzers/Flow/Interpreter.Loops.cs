using System.Collections.Immutable;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Loops: counters, the fixpoint, and what is left when a loop ends.</content>
internal sealed partial class Interpreter
{
    // Values rise at most three steps, and a settled sum takes three turns; more means a bug, and then the run is refused.
    private const int MostTurns = 12;

    private void ExecuteLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation @for:
                foreach (var operation in @for.Before)
                {
                    Execute(operation);
                }

                RunLoop(loop, testsFirst: true, () => Stay(@for.Condition, until: false), () => Execute(@for.Body), () =>
                {
                    foreach (var step in @for.AtLoopBottom)
                    {
                        Execute(step);
                    }
                });
                break;
            case IWhileLoopOperation @while:
                RunLoop(loop, @while.ConditionIsTop, () => Stay(@while.Condition, @while.ConditionIsUntil), () => Execute(@while.Body), () => { });
                break;
            case IForEachLoopOperation each:
                RunForEach(each);
                break;
            default:
                _refusal = loop.Syntax.ToString();
                break;
        }

        _state = _state?.WithoutVariables(loop.Locals);
    }

    private (FlowState? Stay, FlowState? Leave) Stay(IOperation? condition, bool until)
    {
        if (condition is null)
        {
            return (_state, null);
        }

        var (whenTrue, whenFalse) = Test(condition);
        return until ? (whenFalse, whenTrue) : (whenTrue, whenFalse);
    }

    private void RunForEach(IForEachLoopOperation loop)
    {
        var collection = Evaluate(loop.Collection);
        if (_state is null)
        {
            return;
        }

        // Two loops over one sequence are at different positions, so each loop has a position of its own.
        var position = LoopCounters.AtomFor(loop.Syntax, "position", loop.Syntax);
        var sequence = SequenceOf(collection, position);
        var element = sequence is null
            ? AbstractValue.Unknown
            : Substitution.Apply(sequence.Element, sequence.Position, Polynomial.Of(position));
        _state = _state.With(position, Range(sequence?.Length));
        RunLoop(
            loop,
            testsFirst: true,
            () => (_state, _state),
            () =>
            {
                AssignTo(loop.LoopControlVariable, element);
                Execute(loop.Body);
                if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } reference)
                {
                    // foreach (ref var x in span): what the variable is at the end of the turn is what the element is.
                    Write(collection, [new Number(Polynomial.Of(position))], Value(reference.Symbol));
                }
            },
            () => { },
            [position]);
    }

    /// <summary>Runs a function for every combination of positions, to its fixpoint, and gives the value of the last turn.</summary>
    public AbstractValue Repeat(IReadOnlyList<(Atom Position, Polynomial? Length)> positions, Func<AbstractValue> body)
    {
        foreach (var (position, length) in positions)
        {
            _state = _state?.With(position, Range(length));
        }

        var value = AbstractValue.Unknown;
        RunLoop(
            loop: null,
            testsFirst: true,
            () => (_state, _state),
            () => value = body(),
            () => { },
            [.. positions.Select(x => x.Position)]);
        return value;
    }

    private static CounterRange Range(Polynomial? length)
    {
        var range = new CounterRange(Polynomial.Zero, Polynomial.One);
        return length is null ? range : range.WithLimit(length);
    }

    /// <summary>
    /// Runs a loop to its fixpoint and leaves the state after the loop. What is found out in a turn counts if that turn was the last: the one
    /// over settled states.
    /// </summary>
    private void RunLoop(
        ILoopOperation? loop,
        bool testsFirst,
        Func<(FlowState? Stay, FlowState? Leave)> test,
        Action body,
        Action step,
        ImmutableArray<Atom> positions = default)
    {
        if (_state is null || _refusal is not null)
        {
            return;
        }

        var facts = loop is null ? null : _bodies.FactsOf(loop);
        var (entry, counters) = Enter(_state, facts?.Counters ?? []);
        var atoms = positions.IsDefault ? [.. counters.Select(x => x.Atom)] : positions.AddRange(counters.Select(x => x.Atom));
        if (facts is { MayEndEarly: true } or { HasOtherExit: true })
        {
            _early.UnionWith(atoms);
        }

        var head = entry;
        FlowState? last, leave, broken;
        for (var turn = 0; ; turn++)
        {
            var before = _findings.Mark();
            (last, leave, broken) = Turn(loop, head, testsFirst, test, body, step);
            var next = last is null ? entry : NextHead(entry, last, counters, atoms, testsFirst);
            if (next.Equals(head))
            {
                break;
            }

            if (turn == MostTurns)
            {
                _refusal = "a loop whose values do not settle: " + head.DifferenceTo(next);
                return;
            }

            head = next;
            _findings.ForgetSince(before);
        }

        if (facts is { MayEndEarly: true })
        {
            (leave, broken) = (null, FlowState.Join(leave, broken));
        }
        else if (leave is null)
        {
            // while (true) with one break: there is no other end.
            (leave, broken) = (broken, null);
        }

        foreach (var atom in atoms)
        {
            // The range that holds while the loop runs is what it has covered when it is over.
            var range = last is not null && last.Counters.TryGetValue(atom, out var known) ? known : head.Counters[atom];
            leave = leave is null ? null : LoopBoundary.Close(leave.With(atom, testsFirst ? range : range.Shifted()), atom);
            broken = broken is null ? null : LoopBoundary.CloseEarly(broken.With(atom, new CounterRange(range.First, range.Step)), atom);
        }

        _state = FlowState.Join(leave, broken)?.WithFlag(null);
    }

    private (FlowState? Back, FlowState? Leave, FlowState? Broken) Turn(
        ILoopOperation? loop, FlowState head, bool testsFirst, Func<(FlowState? Stay, FlowState? Leave)> test, Action body, Action step)
    {
        var exits = new LoopExits(isLoop: true);
        _loops.Push(exits);
        _state = head;
        FlowState? leave = null;
        if (testsFirst)
        {
            (_state, leave) = test();
        }

        body();
        _state = FlowState.Join(_state, exits.Continue);
        step();
        if (!testsFirst && _state is not null)
        {
            (_state, leave) = test();
        }

        _loops.Pop();
        return (loop is null ? _state : _state?.WithoutVariables(_bodies.VariablesOf(loop.Body)), leave, exits.Break);
    }

    /// <summary>The state in which a loop starts, and the counters whose step is known there.</summary>
    private (FlowState State, ImmutableArray<LoopCounter> Counters) Enter(FlowState state, ImmutableArray<LoopCounter> candidates)
    {
        var counters = candidates
            .Select(x => (Counter: x, Step: x.StepIn(Evaluate)))
            .Where(x => x.Step is not null)
            .ToImmutableArray();
        foreach (var (counter, step) in counters)
        {
            var first = state[counter.Variable] is Number number
                ? number.Value
                : Polynomial.Opaque("start of " + counter.Atom.Name);
            state = state
                .With(counter.Variable, new Number(Polynomial.Of(counter.Atom)))
                .With(counter.Atom, new CounterRange(first, step!));
        }

        return (state, [.. counters.Select(x => x.Counter)]);
    }

    private static FlowState NextHead(
        FlowState entry, FlowState back, ImmutableArray<LoopCounter> counters, ImmutableArray<Atom> atoms, bool testsFirst)
    {
        var aged = back;
        foreach (var atom in atoms)
        {
            aged = LoopBoundary.Age(aged, atom);
        }

        // The step is undone: the next turn's counter is again the atom.
        foreach (var counter in counters)
        {
            aged = aged.With(counter.Variable, new Number(Polynomial.Of(counter.Atom)));
        }

        foreach (var atom in atoms)
        {
            aged = aged.With(atom, testsFirst ? entry.Counters[atom] : back.Counters[atom].Shifted());
        }

        var head = LoopBoundary.JoinAtHead(entry, aged, atoms);
        foreach (var atom in testsFirst ? ImmutableArray<Atom>.Empty : atoms)
        {
            head = head.With(atom, aged.Counters[atom]);
        }

        return head;
    }
}
