using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What happened to a value that rules may want to judge.</summary>
internal enum FlowEventKind
{
    /// <summary>The value was put through the exponential function.</summary>
    Exponentiated,

    /// <summary>The value was handed to a member of the contract.</summary>
    PassedToContract,
}

/// <summary>An event of a complete run, seen with the states of the fixpoint.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Site">Where.</param>
/// <param name="Value">To what.</param>
/// <param name="State">What held there.</param>
/// <param name="Parameter">The contract's parameter that the value was passed for, if it was.</param>
internal sealed record FlowEvent(FlowEventKind Kind, IOperation Site, AbstractValue Value, FlowState State, IParameterSymbol? Parameter = null);
