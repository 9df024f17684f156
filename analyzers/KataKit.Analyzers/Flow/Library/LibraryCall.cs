using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>A call of a library method with evaluated arguments.</summary>
/// <param name="Interpreter">Who is asking; it holds the state.</param>
/// <param name="Site">Where the call is written.</param>
/// <param name="Method">The method.</param>
/// <param name="Instance">The receiver, or <see langword="null"/> for a static method. The receiver of an extension method is the first argument.</param>
/// <param name="Arguments">The arguments by ordinal.</param>
internal sealed record LibraryCall(
    Interpreter Interpreter, IOperation Site, IMethodSymbol Method, AbstractValue? Instance, AbstractValue[] Arguments)
{
    public AbstractValue this[int index] => index < Arguments.Length ? Arguments[index] : AbstractValue.Unknown;

    public Polynomial? Length(int index) => this[index] is Number number ? number.Value : null;

    public Tensor? View(AbstractValue? value) => value is null ? null : Interpreter.View(value);

    public AbstractValue New(AbstractValue content, params Polynomial?[] axes)
        => Interpreter.Allocate(Site, new Tensor(new([.. axes]), content));

    public AbstractValue New(Tensor tensor) => Interpreter.Allocate(Site, tensor);

    /// <summary>An atom for a position that this call runs over.</summary>
    public Atom Position(string name) => LoopCounters.AtomFor(Site.Syntax, name, name);
}
