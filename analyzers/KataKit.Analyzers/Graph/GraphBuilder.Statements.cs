using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    private void Execute(IOperation? statement)
    {
        if (statement is null || !Spend())
        {
            return;
        }

        switch (statement)
        {
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Execute(constructor.Initializer);
                Execute(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case IBlockOperation block:
                ExecuteAll(block.Operations);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(x => x.Declarators))
                {
                    Declare(declarator);
                }

                break;
            case IConditionalOperation conditional:
                Branch(conditional);
                break;
            case ILoopOperation loop:
                ExecuteLoop(loop);
                break;
            case ISwitchOperation choice:
                ExecuteSwitch(choice);
                break;
            case IReturnOperation result:
                Return(result);
                break;
            case IThrowOperation thrown:
                Throw(thrown);
                break;
            case IBranchOperation branch:
                Leave(branch);
                break;
            case ITryOperation attempt:
                ExecuteTry(attempt);
                break;
            case IUsingOperation { Resources: var resources, Body: var body }:
                Execute(resources);
                Execute(body);
                break;
            case IUsingDeclarationOperation { DeclarationGroup: var declaration }:
                Execute(declaration);
                break;
            case ILockOperation { Body: var body }:
                Execute(body);
                break;
            case ILabeledOperation:
                _refusal ??= "goto";
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            case IExpressionStatementOperation { Operation: var expression }:
                Evaluate(expression);
                break;
            default:
                Evaluate(statement);
                break;
        }
    }

    private void ExecuteAll(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            Execute(statement);
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (declarator.Symbol.RefKind != RefKind.None && initializer is not null)
        {
            _aliases[declarator.Symbol] = initializer.Value;
            return;
        }

        var value = initializer is null ? Unknown(declarator) : Evaluate(initializer.Value);
        _state = _state?.With(declarator.Symbol, value);
    }

    private void Branch(IConditionalOperation conditional)
    {
        var condition = Evaluate(conditional.Condition);
        var entry = _state;
        _state = Assume(entry, condition, holds: true);
        Execute(conditional.WhenTrue);
        var afterTrue = _state;
        _state = Assume(entry, condition, holds: false);
        Execute(conditional.WhenFalse);
        _state = GraphState.Merge([afterTrue, _state], Tick());
    }

    /// <summary>The way on which a condition holds, or does not; none when the compiler knows better.</summary>
    private static GraphState? Assume(GraphState? state, Term condition, bool holds, Loop? header = null)
    {
        while (condition.Kind == TermKind.Not)
        {
            (condition, holds) = (condition.Operands[0], !holds);
        }

        return condition is { Kind: TermKind.Constant, Constant: { HasValue: true, Value: bool known } } && known != holds
            ? null
            : state?.With(new Guard(condition, holds, header));
    }

    private void ExecuteSwitch(ISwitchOperation choice)
    {
        var value = Evaluate(choice.Value);
        var exits = new Exits(isLoop: false);
        _exits.Push(exits);
        var otherwise = _state;
        ISwitchCaseOperation? defaultCase = null;
        foreach (var section in choice.Cases)
        {
            if (section.Clauses.Any(x => x is IDefaultCaseClauseOperation))
            {
                defaultCase = section;
                continue;
            }

            _state = otherwise;
            var condition = section.Clauses.Select(x => MatchClause(x, value)).Aggregate((x, y) => Fold(TermKind.Or, x, y, section));
            otherwise = Assume(_state, condition, holds: false);
            _state = Assume(_state, condition, holds: true);
            ExecuteAll(section.Body);
        }

        _state = otherwise;
        ExecuteAll(defaultCase?.Body ?? []);
        _exits.Pop();
        _state = GraphState.Merge([.. exits.Break, _state], Tick());
    }

    private Term MatchClause(ICaseClauseOperation clause, Term value)
        => clause switch
        {
            ISingleValueCaseClauseOperation single => Fold(TermKind.Equal, value, Evaluate(single.Value), clause),
            IPatternCaseClauseOperation { Guard: null } pattern => Match(pattern.Pattern, value),
            IPatternCaseClauseOperation pattern => Fold(TermKind.And, Match(pattern.Pattern, value), Evaluate(pattern.Guard), clause),
            _ => Unknown(clause),
        };

    private void Return(IReturnOperation result)
    {
        var frame = _frames.Peek();
        if (result.Kind != OperationKind.Return)
        {
            frame.IsIterator = true;
            if (result.ReturnedValue is { } yielded)
            {
                frame.Yields.Add(Evaluate(yielded));
                return;
            }
        }

        var value = result.ReturnedValue is null ? null : Evaluate(result.ReturnedValue);
        if (_state is not null)
        {
            if (_frames.Count == 1 && value is not null)
            {
                Record(GraphEventKind.Return, result, value);
            }

            frame.Return(_state, value);
            MarkLoopsLeft(frame.OuterLoop);
        }

        _state = null;
    }

    private void Throw(IThrowOperation thrown)
    {
        var value = thrown.Exception is null ? Unknown(thrown) : Evaluate(thrown.Exception);
        Record(GraphEventKind.Throw, thrown, value);
        MarkLoopsLeft(null);
        _state = null;
    }

    private void MarkLoopsLeft(Loop? outer)
    {
        for (var loop = _loop; loop is not null && loop != outer; loop = loop.Parent)
        {
            MarkLeft(loop);
        }
    }

    private void MarkLeft(Loop loop)
    {
        if (_state is { Guards: var guards })
        {
            loop.Exits.Add(guards.RemoveRange(0, Math.Min(loop.Entry.Length, guards.Length)));
        }
    }

    private void Leave(IBranchOperation branch)
    {
        if (branch.BranchKind == BranchKind.Break)
        {
            _exits.Peek().Break.Add(_state);
            if (_exits.Peek().IsLoop && _loop is not null)
            {
                MarkLeft(_loop);
            }
        }
        else if (branch.BranchKind == BranchKind.Continue)
        {
            // A switch inside a loop is left by its own break, but its continue belongs to the loop.
            _exits.First(x => x.IsLoop).Continue.Add(_state);
        }
        else
        {
            _refusal ??= "goto";
        }

        _state = null;
    }

    /// <summary>An exception may come after any statement, so a handler begins with what was known before and forgets what the block assigns.</summary>
    private void ExecuteTry(ITryOperation attempt)
    {
        var handlerEntry = Havoc(_state, attempt.Body);
        Execute(attempt.Body);
        var ways = new List<GraphState?> { _state };
        foreach (var handler in attempt.Catches)
        {
            _state = handlerEntry;
            Execute(handler.Handler);
            ways.Add(_state);
        }

        _state = GraphState.Merge(ways, Tick());
        Execute(attempt.Finally);
    }

    private GraphState? Havoc(GraphState? state, IOperation code)
    {
        foreach (var variable in Assignments.In(code))
        {
            state = state?.With(variable, Unknown(code));
        }

        return state?.AllForgotten(Tick());
    }
}
