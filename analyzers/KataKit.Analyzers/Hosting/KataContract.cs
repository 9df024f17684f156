using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// What a kata's interface says of the type that implements it. Facts belong to the interface member and the parameter's position, so
/// names in the learner's code play no part.
/// </summary>
internal sealed class KataContract
{
    private readonly KnownSymbols _symbols;
    private readonly Dictionary<ISymbol, IMethodSymbol> _members = new(SymbolEqualityComparer.Default);

    private KataContract(KnownSymbols symbols, string kata, INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        _symbols = symbols;
        Kata = kata;
        foreach (var member in contract.GetMembers().OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
            {
                _members[implementation] = member;
            }
        }
    }

    /// <summary>The kata's identifier: <c>self-attention</c>.</summary>
    public string Kata { get; }

    /// <summary>The type's methods that implement members of the contract.</summary>
    public IEnumerable<IMethodSymbol> Implementations => _members.Keys.Cast<IMethodSymbol>();

    /// <summary>The contract that a type implements, or <see langword="null"/>.</summary>
    public static KataContract? Of(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (var candidate in type.AllInterfaces)
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

    /// <summary>The axes that the contract gives a parameter of a member; <see langword="null"/> where it gives none.</summary>
    public string? AxesOf(IMethodSymbol implementation, int parameter)
        => MemberOf(implementation)?.Parameters.ElementAtOrDefault(parameter) is { } said ? KnownSymbols.TextOf(said, _symbols.Dims) : null;

    /// <summary>What holds when a member is called: parameters with the axes, dimensions and roles that the contract gives them.</summary>
    public FlowState EntryOf(IMethodSymbol implementation)
    {
        var state = FlowState.Empty;
        var member = _members[implementation];
        var counts = new HashSet<string>(member.Parameters.Select(x => KnownSymbols.TextOf(x, _symbols.Dim)).OfType<string>(), StringComparer.Ordinal);
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
                    .With((object)parameter, new Tensor(Axes(axes, counts), Content(said)));
            }
        }

        return state;
    }

    private AbstractValue Content(IParameterSymbol parameter)
        => IsReal(parameter.Type)
            ? new Quantity(
                new([new Origin(parameter.Name, KnownSymbols.TextOf(parameter, _symbols.Role))]),
                Monomial.One,
                Contraction: null,
                Index: null)
            : AbstractValue.Unknown;

    private static bool IsReal(ITypeSymbol type)
        => type switch
        {
            IArrayTypeSymbol array => IsReal(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } generic => IsReal(generic.TypeArguments[0]),
            _ => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single,
        };

    private static EquatableArray<Polynomial?> Axes(string axes, HashSet<string> counts)
        => new([.. axes.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(x => Dimension(x, counts))]);

    private static Polynomial Dimension(string word, HashSet<string> counts)
    {
        var parts = word.Split('/').Select(x => Polynomial.Of(counts.Contains(x) ? Atom.CountOf(x) : new Atom(AtomKind.Dimension, x))).ToList();
        return parts.Count == 1 ? parts[0] : parts[0] / parts[1];
    }
}
