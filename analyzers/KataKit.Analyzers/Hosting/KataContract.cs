using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// What a kata's interface says of the type that implements it. Facts belong to the interface member and the parameter's position, so
/// names in the learner's code play no part. A type that is marked itself is its own contract.
/// </summary>
internal sealed class KataContract : IContractFacts
{
    private readonly KnownSymbols _symbols;
    private readonly Dictionary<ISymbol, IMethodSymbol> _members = new(SymbolEqualityComparer.Default);

    private KataContract(KnownSymbols symbols, string kata, INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        _symbols = symbols;
        Kata = kata;
        foreach (var member in contract.GetMembers().OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(contract, type))
            {
                if (IsAnnotated(member))
                {
                    _members[member] = member;
                }
            }
            else if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
            {
                _members[implementation] = member;
            }
        }
    }

    /// <summary>The kata's identifier: <c>self-attention</c>.</summary>
    public string Kata { get; }

    /// <summary>The type's methods that implement members of the contract.</summary>
    public IEnumerable<IMethodSymbol> Implementations => _members.Keys.Cast<IMethodSymbol>();

    /// <summary>The contract that a type is or implements, or <see langword="null"/>.</summary>
    public static KataContract? Of(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (var candidate in type.AllInterfaces.Insert(0, type))
        {
            if (KnownSymbols.TextOf(candidate, symbols.Kata) is { } kata)
            {
                return new KataContract(symbols, kata, type, candidate);
            }
        }

        return null;
    }

    /// <summary>The member of the contract that a method implements, or <see langword="null"/>.</summary>
    public IMethodSymbol? MemberOf(IMethodSymbol method) => _members.TryGetValue(method.OriginalDefinition, out var member) ? member : null;

    /// <summary>The role of a parameter in the contract, or <see langword="null"/>.</summary>
    public string? RoleOf(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol method && MemberOf(method) is { } member
            ? KnownSymbols.TextOf(member.Parameters[parameter.Ordinal], _symbols.Role)
            : null;

    /// <summary>The role of what a member returns, or <see langword="null"/>.</summary>
    public string? RoleOfResult(IMethodSymbol implementation)
        => MemberOf(implementation) is { } member ? KnownSymbols.TextOf(member.GetReturnTypeAttributes(), _symbols.Role) : null;

    /// <inheritdoc/>
    public bool IsSoftmax(IMethodSymbol method) => RoleOfResult(method) == "softmax";

    /// <summary>Where code of another member begins and ends: it is judged on its own.</summary>
    public bool IsInOtherMember(SyntaxNode site, IMethodSymbol member)
        => Implementations.Any(x => !SymbolEqualityComparer.Default.Equals(x, member)
            && x.DeclaringSyntaxReferences.Any(y => y.SyntaxTree == site.SyntaxTree && y.Span.Contains(site.Span)));

    /// <summary>The axes that the contract gives a parameter; <see langword="null"/> where it says nothing.</summary>
    public EquatableArray<Polynomial?>? AxesOf(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol method && MemberOf(method) is { } member
           && KnownSymbols.TextOf(member.Parameters[parameter.Ordinal], _symbols.Dims) is { } axes
            ? Axes(axes, CountsOf(member))
            : null;

    /// <summary>
    /// The axes that the contract promises of a member's result: under no name those of the result itself, under the names of its
    /// properties those of a record's parts.
    /// </summary>
    public IEnumerable<(string? Property, EquatableArray<Polynomial?> Axes)> PromiseOf(IMethodSymbol implementation)
    {
        if (MemberOf(implementation) is not { } member)
        {
            yield break;
        }

        var counts = CountsOf(member);
        if (KnownSymbols.TextOf(member.GetReturnTypeAttributes(), _symbols.Dims) is { } axes)
        {
            yield return (null, Axes(axes, counts));
        }

        foreach (var (property, text) in DimsOfParts(member.ReturnType))
        {
            yield return (property.Name, Axes(text, counts));
        }
    }

    /// <summary>What holds when a member is called: parameters with the axes, dimensions and roles that the contract gives them.</summary>
    public FlowState EntryOf(IMethodSymbol implementation)
    {
        var state = FlowState.Empty;
        var member = _members[implementation];
        var counts = CountsOf(member);
        for (var i = 0; i < member.Parameters.Length; i++)
        {
            var (said, parameter) = (member.Parameters[i], implementation.Parameters[i]);
            if (KnownSymbols.TextOf(said, _symbols.Dim) is { } dimension)
            {
                state = state.With(parameter, new Number(Dimension(dimension, counts)));
            }
            else if (KnownSymbols.TextOf(said, _symbols.Dims) is { } axes)
            {
                state = state
                    .With(parameter, new Reference(parameter))
                    .With((object)parameter, new Tensor(Axes(axes, counts), Content(said, said.Name, said.Type)) { IsOrdered = true });
            }
            else if (DimsOfParts(said.Type).ToList() is { Count: > 0 } parts && !state.Heap.ContainsKey(parts[0].Property))
            {
                foreach (var (property, text) in parts)
                {
                    state = state.With((object)property, new Tensor(Axes(text, counts), Content(said, $"{said.Name}.{property.Name}", property.Type)));
                }

                state = state.With(parameter, new Aggregate(
                    new([.. parts.Select(x => x.Property.Name)]),
                    new([.. parts.Select(x => (AbstractValue)new Reference(x.Property))])));
            }
        }

        return state;
    }

    // A number of heads or components that one member is asked for is a count in all of them.
    private HashSet<string> CountsOf(IMethodSymbol member)
        => new(
            member.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .SelectMany(x => x.Parameters)
                .Select(x => KnownSymbols.TextOf(x, _symbols.Dim))
                .OfType<string>(),
            StringComparer.Ordinal);

    // The parts of a record that the contract hands in or out, where it says their axes.
    private IEnumerable<(IPropertySymbol Property, string Axes)> DimsOfParts(ITypeSymbol type)
        => type is not INamedTypeSymbol { IsRecord: true } record ? []
            : record.GetMembers().OfType<IPropertySymbol>()
                .Select(x => (x, KnownSymbols.TextOf(x, _symbols.Dims)))
                .Where(x => x.Item2 is not null)
                .Select(x => (x.x, x.Item2!));

    // Of a type that is its own contract, the members that say something are the ones that are judged.
    private bool IsAnnotated(IMethodSymbol member)
        => member.Parameters.SelectMany(x => x.GetAttributes()).Concat(member.GetReturnTypeAttributes())
            .Any(x => x.AttributeClass is { } attribute
                && new[] { _symbols.Dims, _symbols.Dim, _symbols.Role }.Contains(attribute, SymbolEqualityComparer.Default));

    private AbstractValue Content(IParameterSymbol parameter, string name, ITypeSymbol type)
        => IsOf(type, SpecialType.System_Double) || IsOf(type, SpecialType.System_Single)
            ? new Quantity(
                new([new Origin(name, KnownSymbols.TextOf(parameter, _symbols.Role))]),
                Monomial.One,
                Contraction: null,
                Index: null)
            : IsOf(type, SpecialType.System_Boolean) ? new Flag(ClosedWhen: false)
            : AbstractValue.Unknown;

    private static bool IsOf(ITypeSymbol type, SpecialType element)
        => type switch
        {
            IArrayTypeSymbol array => IsOf(array.ElementType, element),
            INamedTypeSymbol { TypeArguments.Length: 1 } generic => IsOf(generic.TypeArguments[0], element),
            _ => type.SpecialType == element,
        };

    private static EquatableArray<Polynomial?> Axes(string axes, HashSet<string> counts)
        => new([.. axes.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(x => Dimension(x, counts))]);

    private static Polynomial Dimension(string word, HashSet<string> counts)
    {
        var parts = word.Split('/').Select(x => Polynomial.Of(counts.Contains(x) ? Atom.CountOf(x) : new Atom(AtomKind.Dimension, x))).ToList();
        return parts.Count == 1 ? parts[0] : parts[0] / parts[1];
    }
}
