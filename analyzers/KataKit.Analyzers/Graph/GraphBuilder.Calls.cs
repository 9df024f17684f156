using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    private bool IsFollowed(IMethodSymbol method)
        => _frames.Count > DeepestCall || _frames.Any(x => SymbolEqualityComparer.Default.Equals(x.Method.OriginalDefinition, method.OriginalDefinition));

    private Term EvaluateInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        if (method.MethodKind == MethodKind.DelegateInvoke && receiver is { Kind: TermKind.Closure })
        {
            return Apply(receiver, [.. invocation.Arguments.Select(x => Evaluate(x.Value))], invocation);
        }

        if (_bodies.Find(method) is { } body && !IsFollowed(method))
        {
            return Follow(method, body, receiver, Bind(method, invocation.Arguments), invocation) ?? Unknown(invocation);
        }

        var arguments = Arguments(method, invocation.Arguments);
        return Sequence(method, arguments, invocation) ?? EntryWise(method, receiver, arguments, invocation) ?? Call(method, receiver, arguments, invocation);
    }

    /// <summary>Follows a lambda, a local function or a method that is at hand as a value.</summary>
    private Term Apply(Term closure, ImmutableArray<Term> arguments, IOperation site)
    {
        if (closure is not { Symbol: IMethodSymbol method, Body: IOperation body } || IsFollowed(method))
        {
            var called = new Term(TermKind.Call, site, site.Type, [closure, .. arguments], closure.Symbol, epoch: Tick());
            Record(GraphEventKind.Compute, site, called);
            return called;
        }

        var values = method.Parameters.Zip(arguments, (x, y) => (x, y)).ToList();
        return Follow(method, body, closure.Operands.FirstOrDefault() ?? _frames.Peek().Instance, values, site) ?? Unknown(site);
    }

    /// <summary>Follows a method in place.</summary>
    private Term? Follow(IMethodSymbol method, IOperation body, Term? receiver, IReadOnlyList<(IParameterSymbol, Term)> arguments, IOperation site)
    {
        if (_state is null)
        {
            return null;
        }

        foreach (var (parameter, value) in arguments)
        {
            _state = _state.With(parameter, value);
        }

        var isNested = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
        var frame = new Frame(method, isNested ? _frames.Peek().Instance : receiver) { OuterLoop = _loop };
        _frames.Push(frame);
        Execute(body);
        _frames.Pop();
        _state = GraphState.Merge([.. frame.States, _state], Tick());
        return frame.Result() ?? new Term(TermKind.Unknown, site, method.ReturnType);
    }

    private List<(IParameterSymbol, Term)> BindValues(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        => [.. arguments.Select((x, i) => (method.OriginalDefinition.Parameters[i], Evaluate(x.Value)))];

    /// <summary>The arguments of a call that is followed. A variable that is passed by reference is an alias of it.</summary>
    private List<(IParameterSymbol, Term)> Bind(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new List<(IParameterSymbol, Term)>();
        foreach (var argument in arguments)
        {
            var parameter = method.OriginalDefinition.Parameters[argument.Parameter!.Ordinal];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                var isDiscard = argument.Value is IDiscardOperation;
                if (!isDiscard)
                {
                    _aliases[parameter] = argument.Value;
                }
            }
            else
            {
                values.Add((parameter, Evaluate(argument.Value)));
            }
        }

        return values;
    }

    /// <summary>The arguments of a call that is not followed, in the order of the parameters.</summary>
    private ImmutableArray<Term> Arguments(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new Term?[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            var isOut = argument.Parameter!.RefKind == RefKind.Out;
            values[argument.Parameter.Ordinal] = isOut ? Unknown(argument.Value) : Evaluate(argument.Value);
        }

        return [.. values.Select(x => x ?? new Term(TermKind.Unknown, null, null))];
    }

    private Term Call(IMethodSymbol method, Term? receiver, ImmutableArray<Term> arguments, IInvocationOperation site)
    {
        // What lambdas give back are operands behind the arguments, as with LINQ.
        var results = arguments.Where(x => x.Kind == TermKind.Closure).Select(x => CallBack(x, site)).OfType<Term>().ToList();
        var isPure = Purity.IsPure(method);
        ImmutableArray<Term> operands = receiver is null ? [.. arguments, .. results] : [receiver, .. arguments, .. results];
        var call = new Term(TermKind.Call, site, site.Type, operands, method.OriginalDefinition, site.ConstantValue, isPure ? 0 : Tick());
        Record(GraphEventKind.Compute, site, call);
        foreach (var argument in site.Arguments.Where(x => x.Parameter!.RefKind is RefKind.Ref or RefKind.Out))
        {
            Assign(argument.Value, new Term(TermKind.Out, argument.Value, argument.Value.Type, [call], argument.Parameter!.OriginalDefinition), argument);
        }

        if (!isPure && Purity.MayWrite(method))
        {
            foreach (var operand in operands.Where(x => x.Kind != TermKind.Closure))
            {
                foreach (var key in Purity.KeysOf(operand.Type))
                {
                    _state = _state?.Forgotten(key, Tick());
                }
            }
        }

        if (_bodies.Find(method) is not null)
        {
            // A recursive call does whatever the method does.
            _state = Havoc(_state, site) is { } unknown && method.MethodKind == MethodKind.LocalFunction ? unknown : _state?.AllForgotten(Tick());
        }

        return call;
    }

    /// <summary>A lambda that a library calls, nobody knows how often and with what.</summary>
    private Term? CallBack(Term closure, IOperation site)
    {
        if (closure is not { Symbol: IMethodSymbol method, Body: IOperation })
        {
            return null;
        }

        var before = _state;
        var loop = Enter(LoopKind.Callback, closure.Site ?? site);
        var arguments = method.Parameters.Select(x => new Term(TermKind.Iterated, closure.Site, x.Type, [new Term(TermKind.Parameter, closure.Site, x.Type, symbol: x)], loop: loop));
        var result = Apply(closure, [.. arguments], site);
        Close(loop);
        Exit(loop, [before, _state]);
        return method.ReturnsVoid ? null : result;
    }

    private Term EvaluateCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } && creation.Arguments.Length == 1)
        {
            return Evaluate(creation.Arguments[0].Value);
        }

        var method = creation.Constructor!;
        var arguments = Arguments(method, creation.Arguments);
        foreach (var closure in arguments.Where(x => x.Kind == TermKind.Closure))
        {
            CallBack(closure, creation);
        }

        var created = New(creation, arguments, method);
        if (method.MethodKind == MethodKind.Constructor && _bodies.Find(method) is { } body && !IsFollowed(method))
        {
            Follow(method, body, created, [.. method.OriginalDefinition.Parameters.Zip(arguments, (x, y) => (x, y))], creation);
        }

        foreach (var parameter in method.Parameters)
        {
            // A positional record keeps its parameters as properties; so does a primary constructor whose property is named like it.
            var property = creation.Type?.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(x => !x.IsStatic && string.Equals(x.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (property is not null)
            {
                _state = _state?.Initialised(new Place(created, property.OriginalDefinition, [], property.OriginalDefinition), arguments[parameter.Ordinal]);
            }
        }

        Initialise(created, creation.Initializer);
        return created;
    }

    private Term EvaluateWith(IWithOperation with)
    {
        var copied = Evaluate(with.Operand);
        var created = New(with, [copied], "with");
        Initialise(created, with.Initializer);
        return created;
    }

    private void Initialise(Term created, IOperation? initializer)
    {
        if (initializer is not null)
        {
            _initialised.Push(created);
            foreach (var member in initializer.ChildOperations)
            {
                Evaluate(member);
            }

            _initialised.Pop();
        }
    }

    private Term EvaluateArray(IArrayCreationOperation creation)
    {
        var created = New(creation, [.. creation.DimensionSizes.Select(Evaluate)], "lengths");
        if (creation.Initializer is { } initializer)
        {
            for (var i = 0; i < initializer.ElementValues.Length; i++)
            {
                var value = Evaluate(initializer.ElementValues[i]);
                var index = new Term(TermKind.Constant, creation, null, constant: new Optional<object?>(i));
                var place = new Place(created, null, [index], ElementKey(((IArrayTypeSymbol)creation.Type!).ElementType));
                _state = _state?.Initialised(place, value);
            }
        }

        return created;
    }

    private Term New(IOperation site, ImmutableArray<Term> operands, object origin)
    {
        var created = new Term(TermKind.New, site, site.Type, operands, origin as ISymbol, loop: _loop);
        Record(GraphEventKind.Compute, site, created);
        return created;
    }
}
