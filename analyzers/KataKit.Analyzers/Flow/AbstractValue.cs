using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// What the interpreter knows of a value. The lattice is flat but for three cases that <see cref="Lattice"/> states; what has no form
/// here is <see cref="Unknown"/>, and nothing is ever reported about an unknown value.
/// </summary>
internal abstract record AbstractValue
{
    public static readonly AbstractValue Unknown = new UnknownValue();

    /// <summary>Some constant that depends on no data: the −∞ of a mask, the 0 of a sum that has not begun.</summary>
    public static readonly AbstractValue AnyConstant = new AnyConstantValue();

    private sealed record UnknownValue : AbstractValue
    {
        public override string ToString() => "?";
    }

    private sealed record AnyConstantValue : AbstractValue
    {
        public override string ToString() => "const";
    }
}

/// <summary>A number made of constants, dimensions and loop counters.</summary>
internal sealed record Number(Polynomial Value) : AbstractValue
{
    public static readonly Number Zero = new(Polynomial.Zero);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// A number computed from the data that the contract hands in, known up to its scale: <c>Scale · (linear form of the origins)</c>.
/// </summary>
/// <param name="Origins">The parameters that it was computed from.</param>
/// <param name="Scale">The product of all known factors.</param>
/// <param name="Contraction">The dot product that made it, if one did.</param>
/// <param name="Index">Where in its array it was read, while the loop that reads it is running; otherwise <see langword="null"/>.</param>
internal sealed record Quantity(EquatableArray<Origin> Origins, Monomial Scale, Contraction? Contraction, EquatableArray<Polynomial>? Index)
    : AbstractValue
{
    /// <summary>
    /// Whether a constant may stand in its place: the −∞ of a mask, or the zeros outside a head's columns. A dot product of such values
    /// may run over fewer numbers than its axis is long.
    /// </summary>
    public bool MayBeFiller { get; init; }

    /// <summary>The constant that may stand in its place, where it is known which; any constant otherwise.</summary>
    public AbstractValue? Filler { get; init; }

    /// <summary>What was made of the data beyond a linear form, if anything.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Where it was read with a step of as many columns as there are heads, or across rows: not from one block of columns.</summary>
    public SyntaxNode? StridedAt { get; init; }

    /// <summary>Whether it was just added to nothing, so that the next turn of a loop may find a sum that has begun.</summary>
    public bool IsAddend { get; init; }

    /// <summary>The expressions that scaled it, in order. They say where to report; they do not make values different.</summary>
    public EquatableArray<SyntaxNode> ScaledAt { get; init; } = EquatableArray<SyntaxNode>.Empty;

    public Quantity Free => Index is null && !IsAddend ? this : this with { Index = null, IsAddend = false };

    /// <summary>The same without the constants that may stand in its place.</summary>
    public Quantity Unfilled => MayBeFiller || Filler is not null ? this with { MayBeFiller = false, Filler = null } : this;

    /// <summary>Whether two quantities are the same but for where they were read and what may stand in their place.</summary>
    public bool IsLike(Quantity other) => Free.Unfilled.Equals(other.Free.Unfilled);

    /// <summary>The same with a constant that may stand in its place.</summary>
    public Quantity FilledBy(AbstractValue constant)
        => this with { MayBeFiller = true, Filler = !MayBeFiller || Equals(Filler, constant) ? constant : AnyConstant };

    public bool Equals(Quantity? other)
        => other is not null
           && Origins.Equals(other.Origins)
           && Scale.Equals(other.Scale)
           && Equals(Contraction, other.Contraction)
           && MayBeFiller == other.MayBeFiller
           && Equals(Filler, other.Filler)
           && Equals(Stage, other.Stage)
           && IsAddend == other.IsAddend
           && StridedAt is null == other.StridedAt is null
           && Index.Equals(other.Index);

    public override int GetHashCode() => unchecked((Origins.GetHashCode() * 31) + Scale.GetHashCode());

    public override string ToString()
        => $"{(Scale.Equals(Monomial.One) ? string.Empty : Scale + " · ")}{Stage?.ToString() ?? Contraction?.ToString() ?? $"data[{string.Join(" ", Origins)}]"}";
}

/// <summary>A parameter of the contract that data comes from.</summary>
/// <param name="Parameter">The parameter's name in the contract, not in the learner's code.</param>
/// <param name="Role">Its role in the contract, or <see langword="null"/>.</param>
internal sealed record Origin(string Parameter, string? Role)
{
    public override string ToString() => Parameter;
}

/// <summary>A dot product: a sum of products over an axis.</summary>
/// <param name="Left">Where the left factor comes from.</param>
/// <param name="Right">Where the right factor comes from.</param>
/// <param name="Length">How many products were summed.</param>
/// <param name="Site">The expression that multiplied.</param>
internal sealed record Contraction(EquatableArray<Origin> Left, EquatableArray<Origin> Right, Monomial Length, SyntaxNode Site)
{
    /// <summary>Whether the expression gives a whole matrix of dot products, rather than one product to be summed.</summary>
    public bool IsMatrix { get; init; }

    /// <summary>Where the left factor was read with a step, if both were: see <see cref="Quantity.StridedAt"/>.</summary>
    public SyntaxNode? StridedAt { get; init; }

    /// <summary>What the left factor had become, if it was no longer plain data.</summary>
    public Stage? LeftStage { get; init; }

    /// <summary>What the right factor had become, if it was no longer plain data.</summary>
    public Stage? RightStage { get; init; }

    public bool Equals(Contraction? other)
        => other is not null && Left.Equals(other.Left) && Right.Equals(other.Right) && Length.Equals(other.Length)
           && Equals(LeftStage, other.LeftStage) && Equals(RightStage, other.RightStage)
           && StridedAt is null == other.StridedAt is null;

    public override int GetHashCode() => Length.GetHashCode();

    public override string ToString() => $"dot[{LeftStage?.ToString() ?? string.Join(" ", Left)} | {RightStage?.ToString() ?? string.Join(" ", Right)} over {Length}]";
}

/// <summary>One product of two data values: the summand of a dot product that is not summed yet.</summary>
internal sealed record Product(Quantity Left, Quantity Right, SyntaxNode Site) : AbstractValue
{
    public bool Equals(Product? other) => other is not null && Left.Equals(other.Left) && Right.Equals(other.Right);

    public override int GetHashCode() => unchecked((Left.GetHashCode() * 31) + Right.GetHashCode());

    public override string ToString() => $"{Left} * {Right}";
}

/// <summary>A running sum over a loop counter.</summary>
/// <param name="Term">The summand: a product, or data.</param>
/// <param name="Counter">The loop counter that the sum runs over.</param>
/// <param name="Length">How many turns the loop takes, where known.</param>
/// <param name="Accumulates">Whether the last addition was onto the sum of the turn before; otherwise the variable is overwritten each turn.</param>
/// <param name="Settled">Whether the value is that of an earlier turn.</param>
internal sealed record PartialSum(AbstractValue Term, Atom Counter, Monomial? Length, bool Accumulates, bool Settled) : AbstractValue
{
    public override string ToString() => $"sum({Term})";
}

/// <summary>A reference to an array, matrix, vector or sequence on the abstract heap, or to a part of one.</summary>
/// <param name="Identity">The object.</param>
/// <param name="Prefix">Indices already applied, as in a row of an array of arrays.</param>
/// <param name="Offset">The first element of a slice, along the next axis.</param>
/// <param name="Length">The length of a slice.</param>
internal sealed record Reference(object Identity, EquatableArray<Polynomial> Prefix, Polynomial? Offset = null, Polynomial? Length = null)
    : AbstractValue
{
    public Reference(object identity)
        : this(identity, EquatableArray<Polynomial>.Empty)
    {
    }

    public bool IsWhole => Prefix.Count == 0 && Offset is null;

    public override string ToString() => "ref";
}

/// <summary>One of several objects, depending on the path: it reads as what they have in common.</summary>
internal sealed record EitherOf(EquatableArray<object> Objects)
{
    public static object Join(object left, object right)
    {
        var objects = ObjectsOf(left).Union(ObjectsOf(right)).ToList();
        return objects.Count == 1 ? left : new EitherOf(new EquatableArray<object>([.. objects]));
    }

    public static IEnumerable<object> ObjectsOf(object identity) => identity is EitherOf either ? either.Objects : (object[])[identity];
}

/// <summary>A sequence that is computed as it is read: <paramref name="Element"/> for each value of <paramref name="Position"/>.</summary>
internal sealed record Sequence(Atom Position, AbstractValue Element, Polynomial? Length) : AbstractValue
{
    public override string ToString() => $"sequence of {Element}";
}

/// <summary>A lambda or a method group; its body is interpreted where it is called.</summary>
internal sealed record Closure(IOperation? Lambda, IMethodSymbol Method) : AbstractValue
{
    public bool Equals(Closure? other)
        => other is not null && Lambda == other.Lambda && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);

    public override string ToString() => "closure";
}

/// <summary>A tuple, or a record made by its primary constructor: values by position and name.</summary>
internal sealed record Aggregate(EquatableArray<string> Names, EquatableArray<AbstractValue> Values) : AbstractValue
{
    public AbstractValue this[string name]
    {
        get
        {
            for (var i = 0; i < Names.Count; i++)
            {
                if (Names[i] == name)
                {
                    return Values[i];
                }
            }

            return Unknown;
        }
    }

    public override string ToString() => $"({string.Join(", ", Values)})";
}
