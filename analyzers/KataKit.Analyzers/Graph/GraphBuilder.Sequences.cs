using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

internal sealed partial class GraphBuilder
{
    /// <summary>
    /// A call of LINQ. Lambdas are followed for one element of the source; what they do is recorded where the operator stands. Sums,
    /// counts and folds become variables of a loop, as if the loop were written out.
    /// </summary>
    private Term? Sequence(IMethodSymbol method, ImmutableArray<Term> arguments, IInvocationOperation site)
    {
        if (method is { Name: "ConvertAll", ContainingType.SpecialType: SpecialType.System_Array })
        {
            return Operator(method, arguments, site);
        }

        if (method.ContainingType is not { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } }
            || method.Parameters.Length == 0
            || method.Name is "Range" or "Repeat" or "Empty")
        {
            return null;
        }

        var source = arguments[0];
        switch (method.Name)
        {
            case "Sum":
                return Reduce(source, site, Zero(site), (sum, element) => Fold(TermKind.Add, sum, Project(arguments, element, site), site));
            case "Count" when arguments.Length == 2:
                return Reduce(source, site, Zero(site), (count, element) => Counted(count, Project(arguments, element, site), site));
            case "Aggregate" when arguments.Length is 2 or 3:
                var seed = arguments.Length == 3 ? arguments[1] : new Term(TermKind.Element, site, site.Type, [source, Zero(site)]);
                return Reduce(source, site, seed, (folded, element) => Apply(arguments[arguments.Length - 1], [folded, element], site));
            default:
                return Operator(method, arguments, site);
        }
    }

    private Term Project(ImmutableArray<Term> arguments, Term element, IOperation site)
        => arguments.Length == 1 ? element : Apply(arguments[1], [element], site);

    private Term Counted(Term count, Term condition, IOperation site)
    {
        var one = new Term(TermKind.Constant, site, site.Type, constant: new Optional<object?>(1));
        return new Term(TermKind.Choice, site, site.Type, [condition, new Term(TermKind.Add, site, site.Type, [count, one]), count]);
    }

    private static Term Zero(IOperation site) => new(TermKind.Constant, site, site.Type, constant: new Optional<object?>(0));

    private Term Reduce(Term source, IInvocationOperation site, Term seed, Func<Term, Term, Term> step)
    {
        var loop = EnterSequence(source, site);
        var folded = new LoopVariable(loop, site.TargetMethod, seed, site.Type);
        loop.Variables.Add(folded);
        folded.Next = step(folded, ElementOf(source, loop, site));
        Leave(loop);
        return folded;
    }

    /// <summary>Any other operator: the lambdas are followed once for an element, and their results are operands behind the arguments.</summary>
    private Term Operator(IMethodSymbol method, ImmutableArray<Term> arguments, IInvocationOperation site)
    {
        var bodies = ImmutableArray.CreateBuilder<Term>();
        Loop? loop = null;
        if (arguments.Any(x => x.Kind == TermKind.Closure))
        {
            loop = EnterSequence(arguments[0], site);
            foreach (var closure in arguments.Where(x => x is { Kind: TermKind.Closure, Symbol: IMethodSymbol }))
            {
                bodies.Add(Apply(closure, Elements(closure, arguments, loop, site), site));
            }

            Leave(loop);
        }

        var term = new Term(TermKind.Call, site, site.Type, [.. arguments, .. bodies], method.OriginalDefinition, loop: loop);
        Record(GraphEventKind.Compute, site, term);
        return term;
    }

    private ImmutableArray<Term> Elements(Term closure, ImmutableArray<Term> arguments, Loop loop, IOperation site)
    {
        var count = ((IMethodSymbol)closure.Symbol!).Parameters.Length;
        var element = ElementOf(arguments[0], loop, site);
        return count switch
        {
            0 => [],
            1 => [element],
            2 when arguments.Length > 2 && arguments[1].Kind != TermKind.Closure => [element, ElementOf(arguments[1], loop, site)],
            2 => [element, new Term(TermKind.Index, site, null, loop: loop)],
            _ => [.. Enumerable.Range(0, count).Select(_ => Unknown(site))],
        };
    }

    private Loop EnterSequence(Term source, IInvocationOperation site)
    {
        var loop = new Loop(LoopKind.Sequence, site, _loop, _state?.Guards ?? []) { Source = source };
        loop.Condition = new Term(TermKind.HasNext, site, null, [source], loop: loop);
        if (_muted == 0)
        {
            _loops.Add(loop);
        }

        foreach (var symbol in site.Arguments.SelectMany(x => x.Descendants().OfType<IAnonymousFunctionOperation>()).SelectMany(x => Assignments.In(x.Body)))
        {
            if (Resolve(symbol) is { } variable && _state?.Find(variable) is { } initial && !ReferenceEquals(initial.Loop, loop))
            {
                var carried = new LoopVariable(loop, variable, initial, TypeOf(variable));
                loop.Variables.Add(carried);
                _state = _state.With(variable, carried);
            }
        }

        _loop = loop;
        return loop;
    }

    private void Leave(Loop loop)
    {
        foreach (var variable in loop.Variables.Where(x => x.Next is null))
        {
            variable.Next = _state?.Find(variable.Symbol!);
        }

        foreach (var variable in loop.Variables.Where(x => x.Symbol is not IMethodSymbol))
        {
            _state = _state?.With(variable.Symbol!, variable);
        }

        _loop = loop.Parent;
    }

    /// <summary>The element of a sequence that a loop is at, seen through the LINQ operators that keep the elements or map them.</summary>
    private Term ElementOf(Term sequence, Loop loop, IOperation site)
    {
        if (sequence is { Kind: TermKind.Sequence, Operands: { Length: > 0 } yields })
        {
            return yields.Length == 1 ? yields[0] : new Term(TermKind.Join, site, yields[0].Type, yields);
        }

        if (sequence is { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType.Name: "Enumerable" or "ParallelEnumerable" or "Array" } method, Operands: { Length: > 0 } operands })
        {
            switch (method.Name)
            {
                case "Select" or "ConvertAll" when operands[1].Kind == TermKind.Closure:
                    return Mapped(operands[1], [ElementOf(operands[0], loop, site), new Term(TermKind.Index, site, null, loop: loop)], site);
                case "Zip" when operands.Length == 2:
                    return new Term(TermKind.Tuple, site, null, [ElementOf(operands[0], loop, site), ElementOf(operands[1], loop, site)]);
                case "Zip" when operands.Length > 2 && operands[2].Kind == TermKind.Closure:
                    return Mapped(operands[2], [ElementOf(operands[0], loop, site), ElementOf(operands[1], loop, site)], site);
                case "Where" or "ToArray" or "ToList" or "AsEnumerable" or "AsParallel" or "OrderBy" or "OrderByDescending" or "ThenBy" or "Distinct" or "TakeWhile" or "SkipWhile":
                    return ElementOf(operands[0], loop, site);
            }
        }

        if (EntryOf(sequence, loop, site) is { } entry)
        {
            return entry;
        }

        var type = sequence.Type is IArrayTypeSymbol array ? array.ElementType
            : sequence.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0]
            : (site.Parent as IForEachLoopOperation)?.LoopControlVariable is IVariableDeclaratorOperation declarator ? declarator.Symbol.Type
            : EntryType(sequence.Type);
        return new Term(TermKind.Iterated, site, type, [sequence], loop: loop);
    }

    /// <summary>Applies a lambda without recording what it does: that was recorded where the operator stands.</summary>
    private Term Mapped(Term closure, ImmutableArray<Term> arguments, IOperation site)
    {
        _muted++;
        var state = _state;
        var result = Apply(closure, arguments, site);
        _state = state;
        _muted--;
        return result;
    }

    /// <summary>The type of the elements that <c>foreach</c> gives, from the type's enumerable interface.</summary>
    private static ITypeSymbol? EntryType(ITypeSymbol? type)
        => (type?.AllInterfaces.FirstOrDefault(x => x.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T))?.TypeArguments[0]
           ?? (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
}
