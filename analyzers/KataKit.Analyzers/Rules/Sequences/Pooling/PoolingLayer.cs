using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>A max-pooling layer: both passes, and what the forward pass leaves in fields for the backward pass.</summary>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">The backward pass.</param>
internal sealed record PoolingLayer(ValueGraph Forward, ValueGraph Backward)
{
    public IParameterSymbol Input => Forward.Entry.Parameters[0];

    public IParameterSymbol Window => Forward.Entry.Parameters[1];

    public IParameterSymbol Upstream => Backward.Entry.Parameters[0];

    /// <summary>The array of positions that the forward pass returns, or of which it returns a copy.</summary>
    public Term? Argmax
        => Forward.Result is not { Kind: TermKind.New, Operands: { Length: 2 } parts } ? null
            : parts[1] is { Kind: TermKind.Call, Symbol.Name: "Clone", Operands: { Length: 1 } copied } ? Root(copied[0])
            : Root(parts[1]);

    /// <summary>The layer of a type; <see langword="null"/> when one of the passes could not be followed.</summary>
    public static PoolingLayer? Of(GraphProgram program)
        => program.Of("Forward") is { } forward && program.Of("Backward") is { } backward ? new PoolingLayer(forward, backward) : null;

    /// <summary>The array that an element, a span or a slice belongs to.</summary>
    public static Term Root(Term term)
    {
        while (true)
        {
            if (term.Kind == TermKind.Element
                || term is { Kind: TermKind.Call, Symbol.Name: "CreateSpan" or "CreateReadOnlySpan" or "AsSpan" or "Slice" or "GetArrayDataReference", Operands.Length: > 0 })
            {
                term = term.Operands[0];
            }
            else
            {
                return term;
            }
        }
    }

    /// <summary>Whether a term is an element of the array that a parameter holds.</summary>
    public static bool IsElementOf(Term term, IParameterSymbol parameter)
        => term.Kind == TermKind.Element && IsParameter(Root(term), parameter);

    public static bool IsParameter(Term term, IParameterSymbol parameter)
        => term.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Symbol, parameter);

    /// <summary>The field of this layer that a term is read from, in whatever depth: <c>_last.Argmax[c, i, j]</c> is read from <c>_last</c>.</summary>
    public static ISymbol? FieldOf(Term term)
    {
        while (true)
        {
            term = Root(term);
            if (term is not { Kind: TermKind.Load, Operands.Length: 1 } load)
            {
                return null;
            }

            if (load.Operands[0].Kind == TermKind.This)
            {
                return load.Symbol;
            }

            term = load.Operands[0];
        }
    }

    /// <summary>Whether a term is the length of an axis of the input.</summary>
    public bool IsLength(Term term, int axis)
        => term is { Kind: TermKind.Call, Symbol.Name: "GetLength", Operands: { Length: 2 } parts }
           && IsParameter(parts[0], Input)
           && parts[1].IsNumber(out var number)
           && number == axis;

    /// <summary>The property of the window that a term is, such as <c>StrideWidth</c>.</summary>
    public string? WindowProperty(Term term)
        => term is { Kind: TermKind.Load, Operands: { Length: 1 } parts } && IsParameter(parts[0], Window) ? term.Symbol!.Name : null;

    /// <summary>
    /// What the forward pass wrote into the field that a term reads, or the length that an array was made with; the term itself where that
    /// is not one value.
    /// </summary>
    public Term Resolved(Term term)
    {
        if (term is { Kind: TermKind.Call, Symbol.Name: "GetLength", Operands: { Length: 2 } call }
            && call[0] is { Kind: TermKind.New, Operands: var lengths }
            && call[1].IsNumber(out var axis) && axis < lengths.Length)
        {
            return lengths[(int)axis];
        }

        if (term is not { Kind: TermKind.Load, Operands: { Length: 1 } parts })
        {
            return term;
        }

        if (parts[0].Kind == TermKind.This)
        {
            var stored = FieldStores(term.Symbol!).Select(x => x.Value).Distinct().ToList();
            return stored.Count == 1 ? stored[0] : term;
        }

        return term.Symbol is IFieldSymbol { Name: { Length: 5 } name }
            && name.StartsWith("Item", StringComparison.Ordinal)
            && Resolved(parts[0]) is { Kind: TermKind.Tuple } tuple
            && name[4] - '1' is var at
            && at >= 0 && at < tuple.Operands.Length
                ? tuple.Operands[at]
                : term;
    }

    /// <summary>The writes of the forward pass to a field of this layer.</summary>
    public IEnumerable<GraphEvent> FieldStores(ISymbol field) => FieldStores(Forward, field);

    public static IEnumerable<GraphEvent> FieldStores(ValueGraph graph, ISymbol field)
        => graph.Stores.Where(x => x.Place is { Object.Kind: TermKind.This, Member: { } member } && SymbolEqualityComparer.Default.Equals(member, field));

    /// <summary>The writes to elements of the array that a pass returns.</summary>
    public static IEnumerable<GraphEvent> ElementStores(ValueGraph graph) => graph.Stores.Where(x => x.Place is { Member: null, Object: not null });

    /// <summary>Whether an array is what the backward pass returns, or is copied into it.</summary>
    public bool IsGradient(Term array)
        => Backward.Result is { } result
           && (result.DescendantsAndSelf().Any(array.Equals)
               || Backward.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol.Name: "BlockCopy" or "Copy" or "CopyTo" } call
                   && call.Operands.Any(y => Root(y).Equals(array)) && call.Operands.Any(y => Root(y).Equals(result))));

    /// <summary>The name of a length in the words of the contract.</summary>
    public string Name(Term length)
        => WindowProperty(length) is { } property ? Snake(property)
            : IsLength(length, 0) ? "channels"
            : IsLength(length, 1) ? "height"
            : IsLength(length, 2) ? "width"
            : length.Kind is TermKind.Divide or TermKind.Convert ? length.PartsAndSelf().Any(x => IsLength(x, 1)) ? "out_height" : "out_width"
            : "…";

    private static string Snake(string name)
        => string.Concat(name.Select((x, i) => char.IsUpper(x) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(x) : x.ToString()));
}
