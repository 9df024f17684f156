namespace KataKit.Analyzers.Graph;

/// <summary>What a <see cref="Term"/> is. A comparison by greater-than is the comparison by less-than with its sides exchanged.</summary>
internal enum TermKind
{
    /// <summary>A value of which nothing is known; equal to itself alone.</summary>
    Unknown,

    /// <summary>A literal, a constant or <c>default</c>.</summary>
    Constant,

    /// <summary>A parameter of the method that the graph begins with: <see cref="Term.Symbol"/>.</summary>
    Parameter,

    /// <summary>The instance.</summary>
    This,

    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
    And,
    Or,
    ExclusiveOr,
    Not,
    LeftShift,
    RightShift,

    /// <summary>The first operand is less than the second.</summary>
    Less,

    /// <summary>The first operand is less than or equal to the second.</summary>
    LessOrEqual,

    Equal,

    /// <summary>The operand is of the type <see cref="Term.Type"/>, or matches a pattern that is not modelled.</summary>
    Matches,

    /// <summary>A numeric conversion of the operand to <see cref="Term.Type"/>. Conversions that keep the value are left out.</summary>
    Convert,

    /// <summary>A field or a property without parameters (<see cref="Term.Symbol"/>) of the operand; no operand when it is static.</summary>
    Load,

    /// <summary>The element of the first operand (array, span, list, matrix, dictionary) at the other operands.</summary>
    Element,

    /// <summary>
    /// A call that was not followed: a library's, a delegate's, a recursive one. The receiver, if there is one, comes first, then the
    /// arguments in the order of the parameters.
    /// </summary>
    Call,

    /// <summary>What the call (the operand) assigned to the <c>ref</c> or <c>out</c> parameter <see cref="Term.Symbol"/>.</summary>
    Out,

    /// <summary>The current element of the operand (a sequence) in <see cref="Term.Loop"/>.</summary>
    Iterated,

    /// <summary>How many elements <see cref="Term.Loop"/> has passed.</summary>
    Index,

    /// <summary>Whether the operand (a sequence) has another element for <see cref="Term.Loop"/>.</summary>
    HasNext,

    /// <summary>A variable that a loop carries on: a <see cref="LoopVariable"/>.</summary>
    LoopVariable,

    /// <summary>The second operand when the first holds, else the third.</summary>
    Choice,

    /// <summary>One of the operands, by conditions that are not told.</summary>
    Join,

    /// <summary>A new object, array or collection; equal to itself alone. The operands are the constructor's arguments or the lengths.</summary>
    New,

    /// <summary>A tuple of the operands.</summary>
    Tuple,

    /// <summary>A sequence that yields the operands.</summary>
    Sequence,

    /// <summary>A lambda, a local function or a method as a value.</summary>
    Closure,
}
