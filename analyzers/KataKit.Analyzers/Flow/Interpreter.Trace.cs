using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Watching a run from outside, to find out why it knows what it knows.</content>
internal sealed partial class Interpreter
{
    private bool _isObserved;

    /// <summary>Interprets a method as a rule would have it, and tells what holds after each statement. Loops are told once, when they have settled.</summary>
    public static Outcome Trace(IMethodSymbol method, FlowState entry, MethodBodies bodies, LibraryModel library, IContractFacts contract, Action<TracePoint> observe)
    {
        var interpreter = new Interpreter(bodies, library, contract) { _isObserved = true };
        interpreter.Run(method, entry);
        foreach (var point in interpreter._findings.Points)
        {
            observe(point);
        }

        return interpreter.Outcome;
    }

    private void Observe(IOperation statement)
    {
        // A block ends where its last statement ends.
        if (_isObserved && statement is not (IBlockOperation or IMethodBodyOperation))
        {
            _findings.Add(new TracePoint(statement, _calls.Count - 1, _state));
        }
    }
}

/// <summary>A point of a run.</summary>
/// <param name="Statement">The statement that was just executed.</param>
/// <param name="Depth">How many calls lie between it and the method that the run began with.</param>
/// <param name="State">What holds after it; <see langword="null"/> where nothing gets there.</param>
internal sealed record TracePoint(IOperation Statement, int Depth, FlowState? State);
