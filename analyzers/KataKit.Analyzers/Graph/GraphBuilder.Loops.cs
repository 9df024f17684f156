using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    private void ExecuteLoop(ILoopOperation operation)
    {
        switch (operation)
        {
            case IForLoopOperation loop:
                ExecuteAll(loop.Before);
                ExecuteTestFirst(loop, loop.Condition, loop.AtLoopBottom);
                break;
            case IWhileLoopOperation { ConditionIsTop: true } loop:
                ExecuteTestFirst(loop, loop.Condition, [], loop.ConditionIsUntil);
                break;
            case IWhileLoopOperation loop:
                ExecuteTestLast(loop);
                break;
            case IForEachLoopOperation loop:
                ExecuteForEach(loop);
                break;
            default:
                _refusal ??= operation.Kind.ToString();
                break;
        }
    }

    private void ExecuteTestFirst(ILoopOperation operation, IOperation? test, IEnumerable<IOperation> bottom, bool isUntil = false)
    {
        var loop = Enter(LoopKind.TestFirst, operation);
        var condition = test is null ? null : Evaluate(test);
        loop.Condition = condition is null || !isUntil ? condition : new Term(TermKind.Not, test, test!.Type, [condition]);
        var header = _state;
        _state = loop.Condition is null ? header : Assume(header, loop.Condition, holds: true, loop);
        var exits = ExecuteBody(operation.Body);
        ExecuteAll(bottom);
        Close(loop);
        var leave = loop.Condition is null ? null : Assume(header, loop.Condition, holds: false, loop);
        Exit(loop, [.. exits.Break, leave]);
    }

    private void ExecuteTestLast(IWhileLoopOperation operation)
    {
        var loop = Enter(LoopKind.TestLast, operation);
        var exits = ExecuteBody(operation.Body);
        var condition = _state is null || operation.Condition is null ? null : Evaluate(operation.Condition);
        loop.Condition = condition is null || !operation.ConditionIsUntil ? condition : new Term(TermKind.Not, condition.Site, condition.Type, [condition]);
        var end = _state;
        _state = condition is null ? end : Assume(end, loop.Condition!, holds: true, loop);
        Close(loop);
        var leave = condition is null ? null : Assume(end, loop.Condition!, holds: false, loop);
        Exit(loop, [.. exits.Break, leave]);
    }

    private void ExecuteForEach(IForEachLoopOperation operation)
    {
        var source = Evaluate(operation.Collection);
        var loop = Enter(LoopKind.Sequence, operation);
        loop.Source = source;
        loop.Condition = new Term(TermKind.HasNext, operation.Collection, null, [source], loop: loop);
        var header = _state;
        _state = Assume(header, loop.Condition, holds: true, loop);
        var element = ElementOf(source, loop, operation.Collection);
        if (operation.LoopControlVariable is IVariableDeclaratorOperation declarator)
        {
            _state = _state?.With(declarator.Symbol, element);
            if (declarator.Symbol.RefKind == RefKind.Ref && element.Kind == TermKind.Iterated)
            {
                var index = new Term(TermKind.Index, operation.Collection, null, loop: loop);
                _places[declarator.Symbol] = new Place(element.Operands[0], null, [index], ElementKey(declarator.Symbol.Type));
            }
        }
        else
        {
            Deconstruct(operation.LoopControlVariable, element);
        }

        var exits = ExecuteBody(operation.Body);
        Close(loop);
        Exit(loop, [.. exits.Break, Assume(header, loop.Condition, holds: false, loop)]);
    }

    private Exits ExecuteBody(IOperation body)
    {
        var exits = new Exits(isLoop: true);
        _exits.Push(exits);
        Execute(body);
        _exits.Pop();
        _state = GraphState.Merge([.. exits.Continue, _state], Tick());
        return exits;
    }

    /// <summary>Begins a loop: what it assigns becomes a variable of the loop, what it may write is forgotten.</summary>
    private Loop Enter(LoopKind kind, IOperation operation)
    {
        var loop = new Loop(kind, operation, _loop, _state?.Guards ?? []);
        if (_muted == 0)
        {
            _loops.Add(loop);
        }

        foreach (var symbol in Assignments.In(operation))
        {
            var variable = Resolve(symbol);
            if (variable is not null && _state?.Find(variable) is { } initial && !ReferenceEquals(initial.Loop, loop))
            {
                var carried = new LoopVariable(loop, variable, initial, TypeOf(variable));
                loop.Variables.Add(carried);
                _state = _state.With(variable, carried);
            }
        }

        if (operation.Descendants().Any(x => x is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation or IArgumentOperation))
        {
            _state = _state?.AllForgotten(Tick());
        }

        _loop = loop;
        return loop;
    }

    /// <summary>The end of a round: what the variables hold now is what the next round begins with.</summary>
    private void Close(Loop loop)
    {
        foreach (var variable in loop.Variables)
        {
            variable.Next = _state?.Find(variable.Symbol!);
        }
    }

    private void Exit(Loop loop, IReadOnlyList<GraphState?> ways)
    {
        _loop = loop.Parent;
        var epoch = Tick();
        _state = GraphState.Merge(ways, epoch)?.AllForgotten(epoch);
    }

    private static ITypeSymbol? TypeOf(ISymbol variable)
        => variable switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
}
