using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>
/// A value of a method as a function of what the method was given: locals, helper methods and temporary variables are gone, so terms do
/// not depend on how the code is cut up or what things are called. Terms share their operands and form a graph, with cycles through
/// <see cref="LoopVariable"/> alone. Equality is by structure and ignores where the term was written.
/// </summary>
internal class Term : IEquatable<Term>
{
    private readonly int _hash;

    public Term(
        TermKind kind,
        IOperation? site,
        ITypeSymbol? type,
        ImmutableArray<Term> operands = default,
        ISymbol? symbol = null,
        Optional<object?> constant = default,
        int epoch = 0,
        Loop? loop = null,
        object? body = null)
    {
        (Kind, Site, Type, Operands) = (kind, site, type, operands.IsDefault ? [] : operands);
        (Symbol, Constant, Epoch, Loop, Body) = (symbol, constant, epoch, loop, body);
        _hash = HasIdentity ? RuntimeHelpers.GetHashCode(this) : HashOfParts();
    }

    public TermKind Kind { get; }

    /// <summary>Where the value was computed first; the place that a rule points to.</summary>
    public IOperation? Site { get; }

    /// <summary>The static type. Integer division is a <see cref="TermKind.Divide"/> of an integer type.</summary>
    public ITypeSymbol? Type { get; }

    public ImmutableArray<Term> Operands { get; }

    /// <summary>The parameter, field, property, method or user-defined operator.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The value, when the compiler knows it. An expression of constants keeps its structure: <c>1 / 3</c> is a quotient that is 0.</summary>
    public Optional<object?> Constant { get; }

    /// <summary>Distinguishes what was read or called before and after the memory changed.</summary>
    public int Epoch { get; }

    public Loop? Loop { get; }

    /// <summary>The code of a <see cref="TermKind.Closure"/>.</summary>
    public object? Body { get; }

    public Term Left => Operands[0];

    public Term Right => Operands[1];

    private bool HasIdentity => Kind is TermKind.Unknown or TermKind.New or TermKind.Closure or TermKind.LoopVariable;

    /// <summary>Whether the term has this kind and two operands, and which.</summary>
    public bool Is(TermKind kind, out Term left, out Term right)
    {
        var holds = Kind == kind && Operands.Length == 2;
        (left, right) = holds ? (Operands[0], Operands[1]) : (this, this);
        return holds;
    }

    /// <summary>The constant as a real number, whatever its type.</summary>
    public bool IsNumber(out double value)
    {
        value = 0;
        if (Constant is not { HasValue: true, Value: { } constant } || constant is bool or string)
        {
            return false;
        }

        value = constant is char c ? c : System.Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    public bool Equals(Term? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null
            && _hash == other._hash
            && !HasIdentity
            && Kind == other.Kind
            && Epoch == other.Epoch
            && ReferenceEquals(Loop, other.Loop)
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
            && Constant.HasValue == other.Constant.HasValue
            && object.Equals(Constant.Value, other.Constant.Value)
            && (Kind is not (TermKind.Convert or TermKind.Matches) || SymbolEqualityComparer.Default.Equals(Type, other.Type))
            && Operands.SequenceEqual(other.Operands);
    }

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => _hash;

    public override string ToString() => TermText.Of(this);

    private int HashOfParts()
    {
        unchecked
        {
            var hash = (((int)Kind * 397) ^ Epoch) * 397;
            hash = (hash ^ SymbolEqualityComparer.Default.GetHashCode(Symbol)) * 397;
            hash ^= Constant.Value?.GetHashCode() ?? 0;
            foreach (var operand in Operands)
            {
                hash = (hash * 397) ^ operand._hash;
            }

            return hash;
        }
    }
}
