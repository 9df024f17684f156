using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Calls: the library's by the model, the type's own in place, everything else forgotten.</content>
internal sealed partial class Interpreter
{
    public FlowState? State => _state;

    /// <summary>Calls a lambda, local function or method group with given values.</summary>
    public AbstractValue Call(IOperation site, AbstractValue function, params AbstractValue[] arguments)
    {
        if (function is not Closure closure || _state is null)
        {
            Escape(arguments);
            return AbstractValue.Unknown;
        }

        if ((closure.Lambda ?? _bodies.Find(closure.Method)) is { } body && Inline(closure.Method, body, arguments, body.Syntax) is { } result)
        {
            return result;
        }

        return _library.Invoke(new LibraryCall(this, site, closure.Method, Instance: null, arguments)) ?? Forget(arguments);
    }

    /// <summary>Tells rules that a value went through the exponential function.</summary>
    public void Exponentiated(IOperation site, AbstractValue value) => Record(FlowEventKind.Exponentiated, site, value);

    /// <summary>Tells rules that exponentials were divided by their sum.</summary>
    public AbstractValue Normalised(IOperation site, AbstractValue value)
    {
        var content = View(value)?.Summary ?? value;
        if (content is Quantity { Stage: Share { ByContract: false } })
        {
            Record(FlowEventKind.Normalised, site, content);
        }

        return value;
    }

    private AbstractValue Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var function = Evaluate(invocation.Instance);
            return Call(invocation, function, Arguments(invocation.Arguments));
        }

        var instance = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        var arguments = Arguments(invocation.Arguments);
        if (_state is null)
        {
            return AbstractValue.Unknown;
        }

        TellRules(invocation, arguments);
        var result = _bodies.Find(method) is not null
            ? CallOn(instance, method, arguments, invocation.Syntax, invocation.Arguments)
            : _library.Invoke(new LibraryCall(this, invocation, method, instance, arguments));
        if (Promised(invocation, method, arguments) is { } promised)
        {
            return promised;
        }

        if (result is not null)
        {
            return result;
        }

        // Through a reference to one element, code that is not modelled reaches them all.
        Escape(invocation.Arguments
            .Where(x => x.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
            .SelectMany(x => x.Value.ChildOperations)
            .Select(Evaluate)
            .ToList());
        WriteBack(invocation.Arguments, _ => AbstractValue.Unknown);
        return Forget(instance is null ? arguments : [instance, .. arguments]);
    }

    // What a member of the contract gives back is what the contract says, whoever wrote the member and however.
    private AbstractValue? Promised(IInvocationOperation invocation, IMethodSymbol method, AbstractValue[] arguments)
        => _contract.IsSoftmax(method)
           && arguments.Length > 0
           && View(arguments[0]) is { Axes.Count: 2, Summary: Quantity { Stage: null } logits } view
           && view.Axes[1]?.Single is { } length
            ? Allocate(invocation, new Tensor(view.Axes, StageAlgebra.Promised(logits, length)), part: -2)
            : null;

    private AbstractValue? CallOn(
        AbstractValue? instance, IMethodSymbol? method, AbstractValue[] arguments, SyntaxNode site, ImmutableArray<IArgumentOperation> written = default)
    {
        if (method is null || _bodies.Find(method) is not { } body)
        {
            return null;
        }

        var type = method.ContainingType;
        var outer = _state!.Variables.TryGetValue(type, out var value) ? value : null;
        _state = instance is null ? _state : _state.With(type, instance);
        var result = Inline(method, body, arguments, site, written);
        _state = outer is null ? _state?.WithoutVariables([type]) : _state?.With(type, outer);
        return result;
    }

    private AbstractValue[] Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new AbstractValue[arguments.Length == 0 ? 0 : Math.Max(arguments.Length, arguments.Max(x => (x.Parameter?.Ordinal ?? 0) + 1))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = AbstractValue.Unknown;
        }

        // Arguments are evaluated as they are written, and received by ordinal.
        foreach (var argument in arguments)
        {
            values[argument.Parameter?.Ordinal ?? 0] = Evaluate(argument.Value);
        }

        return values;
    }

    private AbstractValue Forget(IEnumerable<AbstractValue> values, AbstractValue result)
    {
        Escape(values);
        return result;
    }

    private AbstractValue Forget(IEnumerable<AbstractValue> values)
    {
        Escape(values);
        return AbstractValue.Unknown;
    }

    private void TellRules(IInvocationOperation invocation, AbstractValue[] arguments)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                var value = arguments[parameter.Ordinal];
                var view = View(value);
                Record(FlowEventKind.PassedToContract, invocation, view?.Summary ?? value, parameter, view?.Axes);
            }
        }
    }

    private AbstractValue? Inline(
        IMethodSymbol method, IOperation body, AbstractValue[] arguments, SyntaxNode site, ImmutableArray<IArgumentOperation> written = default)
    {
        if (_calls.Count > DeepestCall
            || _calls.Any(x => SymbolEqualityComparer.Default.Equals(x.Method, method))
            || _bodies.RefusalOf(body) is not null)
        {
            // A function of the method itself may change whatever the method sees.
            _refusal = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? "a function that is too deep to follow" : _refusal;
            return null;
        }

        var before = _state!;
        var exits = new MethodExits(method);
        var caller = _context;
        _context = new CallSite(site, caller);
        _calls.Push(exits);
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            _state = _state!.With(method.Parameters[i], i < arguments.Length ? arguments[i] : AbstractValue.Unknown);
        }

        if (body is IBlockOperation)
        {
            Execute(body);
        }
        else
        {
            exits.Leave(Evaluate(body), _state);
            _state = null;
        }

        exits.Leave(AbstractValue.Unknown, method.ReturnsVoid ? _state : null);
        _calls.Pop();
        _context = caller;
        if (exits.State is not { } after)
        {
            // A call that never returns: a member that is not written yet, or a method that throws. What follows is still worth reading.
            _state = before;
            return AbstractValue.Unknown;
        }

        _state = after;
        if (!written.IsDefault)
        {
            WriteBack(written, x => after[method.Parameters[x]]);
        }

        _state = _state.WithoutVariables(method.Parameters).WithoutVariables(_bodies.VariablesOf(body));
        return exits.Value ?? AbstractValue.Unknown;
    }

    private void WriteBack(ImmutableArray<IArgumentOperation> arguments, Func<int, AbstractValue> value)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter)
            {
                AssignTo(argument.Value, value(parameter.Ordinal));
            }
        }
    }
}
