using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What happened to a value that rules may want to judge.</summary>
internal enum FlowEventKind
{
    /// <summary>The value was put through the exponential function.</summary>
    Exponentiated,

    /// <summary>The value was handed to a member of the contract.</summary>
    PassedToContract,

    /// <summary>Exponentials were divided by their sum: the value is what came out.</summary>
    Normalised,

    /// <summary>The member that is judged returned the value.</summary>
    Returned,

    /// <summary>Matrices or vectors were combined whose lengths do not fit.</summary>
    ShapesDiffer,

    /// <summary>A counter that runs over one axis was used as an index of another.</summary>
    IndexOffAxis,
}

/// <summary>An event of a complete run, seen with the states of the fixpoint.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Site">Where.</param>
/// <param name="Value">To what.</param>
/// <param name="State">What held there.</param>
/// <param name="Parameter">The contract's parameter that the value was passed for, if it was.</param>
/// <param name="Conflict">What does not fit, of the last two kinds.</param>
internal sealed record FlowEvent(
    FlowEventKind Kind, IOperation Site, AbstractValue Value, FlowState State, IParameterSymbol? Parameter = null, ShapeConflict? Conflict = null)
{
    /// <summary>The lengths of its axes, where the value is the content of a matrix, vector or array.</summary>
    public EquatableArray<Polynomial?>? Axes { get; init; }
}
