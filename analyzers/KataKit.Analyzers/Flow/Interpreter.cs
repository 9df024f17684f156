using System.Collections.Immutable;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// A forward abstract interpreter over the operation tree of one method and of what it calls in its own type. Loops run to a fixpoint;
/// calls of the type's own methods, local functions and lambdas are interpreted in place; everything else that is not modelled is
/// forgotten, never guessed. Only what is found out over states that no longer change is told.
/// </summary>
/// <remarks>
/// The tree is used rather than the control flow graph because it keeps what the domain needs and the graph lowers away: which counter
/// belongs to which loop, <c>foreach</c> over an array, the expression that a learner wrote. The price, refusing <c>goto</c> and
/// <c>try</c>, is small in the code of a kata.
/// </remarks>
internal sealed partial class Interpreter
{
    private const int DeepestCall = 12;
    private const int MostSteps = 50_000;

    private readonly MethodBodies _bodies;
    private readonly LibraryModel _library;
    private readonly IContractFacts _contract;
    private readonly Findings _findings = new();
    private readonly Stack<LoopExits> _loops = new();
    private readonly Stack<MethodExits> _calls = new();
    private readonly Stack<AbstractValue> _accessed = new();

    private CallSite? _context;
    private int _steps;
    private string? _refusal;

    // Null where the current point cannot be reached.
    private FlowState? _state;

    private Interpreter(MethodBodies bodies, LibraryModel library, IContractFacts contract)
    {
        _contract = contract;
        _bodies = bodies;
        _library = library;
    }

    /// <summary>Interprets a method from a given entry state.</summary>
    public static Outcome Run(IMethodSymbol method, FlowState entry, MethodBodies bodies, LibraryModel library, IContractFacts contract)
    {
        var interpreter = new Interpreter(bodies, library, contract);
        interpreter.Run(method, entry);
        return interpreter.Outcome;
    }

    private Outcome Outcome => new(_refusal, _findings.Events, _findings.Numbers(), _steps) { Compared = _compared, TestsData = _findings.TestsData };

    private void Run(IMethodSymbol method, FlowState entry)
    {
        if (_bodies.Find(method) is not { } body)
        {
            _refusal = "no body";
            return;
        }

        if (_bodies.RefusalOf(body) is { } reason)
        {
            _refusal = reason;
            return;
        }

        _state = entry;
        _calls.Push(new MethodExits(method));
        try
        {
            Execute(body);
        }
        catch (OverflowException)
        {
            // Exact fractions and sums end somewhere; no dimension of a kata is near.
            _refusal = "numbers beyond exact arithmetic";
        }
    }

    private void Execute(IOperation? statement)
    {
        if (statement is null || _state is null || _refusal is not null)
        {
            return;
        }

        switch (statement)
        {
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody);
                break;
            case IBlockOperation block:
                foreach (var operation in block.Operations)
                {
                    Execute(operation);
                }

                _state = _state?.WithoutVariables(block.Locals);
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
            case IReturnOperation { Kind: OperationKind.Return } result:
                Return(result);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                _loops.Peek().Break = FlowState.Join(_loops.Peek().Break, _state);
                _state = null;
                break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                // A switch inside a loop is left by its own break, but its continue belongs to the loop.
                var loopExits = _loops.First(x => x.IsLoop);
                loopExits.Continue = FlowState.Join(loopExits.Continue, _state);
                _state = null;
                break;
            case ILocalFunctionOperation or IEmptyOperation:
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
            case IExpressionStatementOperation { Operation: var expression }:
                Evaluate(expression);
                break;
            default:
                Evaluate(statement);
                break;
        }

        Observe(statement);
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        var value = initializer is null ? AbstractValue.Unknown : Evaluate(initializer.Value);
        _state = _state?.With(declarator.Symbol, value);
    }

    private void Branch(IConditionalOperation conditional)
    {
        var (whenTrue, whenFalse) = Test(conditional.Condition);
        _state = whenTrue;
        Execute(conditional.WhenTrue);
        var afterTrue = _state;
        _state = whenFalse;
        Execute(conditional.WhenFalse);
        _state = FlowState.Join(afterTrue, _state);
    }

    private void ExecuteSwitch(ISwitchOperation choice)
    {
        _findings.TestsData |= Evaluate(choice.Value) is not Number;
        var exits = new LoopExits(isLoop: false);
        _loops.Push(exits);
        var entry = _state;
        var hasDefault = choice.Cases.Any(x => x.Clauses.Any(y => y is IDefaultCaseClauseOperation));
        foreach (var section in choice.Cases)
        {
            _state = entry;
            foreach (var operation in section.Body)
            {
                Execute(operation);
            }
        }

        _loops.Pop();
        _state = FlowState.Join(exits.Break, hasDefault ? null : entry);
    }

    private void Return(IReturnOperation result)
    {
        var value = result.ReturnedValue is null ? AbstractValue.Unknown : Evaluate(result.ReturnedValue);
        if (_calls.Count == 1)
        {
            Record(FlowEventKind.Returned, result, value);
        }

        _calls.Peek().Leave(value, _state);
        _state = null;
    }

    private void Record(
        FlowEventKind kind, IOperation site, AbstractValue value, IParameterSymbol? parameter = null, EquatableArray<Polynomial?>? axes = null)
    {
        if (_state is not null)
        {
            _findings.Add(new FlowEvent(kind, site, value, _state, parameter) { Axes = axes });
        }
    }

    /// <summary>Where control leaves a loop or a switch other than at its end.</summary>
    private sealed class LoopExits(bool isLoop)
    {
        public bool IsLoop { get; } = isLoop;

        public FlowState? Break { get; set; }

        public FlowState? Continue { get; set; }
    }

    /// <summary>What the returns of one call bring back.</summary>
    private sealed class MethodExits(IMethodSymbol method)
    {
        public IMethodSymbol Method { get; } = method;

        public AbstractValue? Value { get; private set; }

        public FlowState? State { get; private set; }

        public void Leave(AbstractValue value, FlowState? state)
        {
            if (state is not null)
            {
                Value = Value is null ? value : Lattice.Join(Value, value);
                State = FlowState.Join(State, state);
            }
        }
    }

    /// <summary>The chain of calls that led to the method being interpreted: an allocation in a method is another object for each.</summary>
    private sealed record CallSite(SyntaxNode Site, CallSite? Caller);
}
