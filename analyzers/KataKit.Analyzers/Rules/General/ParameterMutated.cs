using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0010: a member of a contract writes to an element of an array, matrix, list or dictionary that it was given. Contracts take what
/// they are given for reading only; links of nodes, which some relink on purpose, are not elements.
/// </summary>
internal sealed class ParameterMutated : GraphRule
{
    public const string Id = "KATA0010";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly HashSet<string> ArrayMutators = new(StringComparer.Ordinal) { "Sort", "Reverse", "Fill", "Clear" };

    private static readonly HashSet<string> CollectionMutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Sort", "Reverse", "TryAdd", "Fill",
    };

    private static readonly HashSet<string> AlgebraMutators = new(StringComparer.Ordinal)
    {
        "SetRow", "SetColumn", "SetSubMatrix", "SetSubVector", "SetDiagonal", "SetValues", "Clear", "ClearRow", "ClearColumn", "ClearRows", "ClearColumns",
        "ClearSubMatrix", "ClearSubVector", "CoerceZero", "MapInplace", "MapIndexedInplace", "PermuteRows", "PermuteColumns", "At",
    };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Contract is null ? [] : program.Graphs.SelectMany(Mutations);

    private static IEnumerable<Diagnostic> Mutations(ValueGraph graph)
    {
        foreach (var happening in graph.Events)
        {
            // What a library does to an element passed by reference is not known: it may be the first of a span that is only read.
            var changed = happening is { Kind: GraphEventKind.Store, Value.Kind: not TermKind.Out, Place: { Member: null, Object: { } target } } ? target
                : happening.Kind == GraphEventKind.Compute && happening.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol method } call ? Changed(call, method)
                : null;
            if (changed is not null && Given(changed, graph) is { } parameter)
            {
                var isWhole = changed.Root().Kind == TermKind.Parameter;
                yield return Diagnostic.Create(
                    Rule,
                    happening.Site.Syntax.GetLocation(),
                    [parameter.Locations[0]],
                    isWhole && Copy(parameter) is { } copy ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Copy, copy) : null,
                    parameter.Name,
                    graph.Entry.Name);
            }
        }
    }

    /// <summary>The object that a library method changes.</summary>
    private static Term? Changed(Term call, IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = type.ContainingNamespace.ToDisplayString();
        if (method.Parameters.FirstOrDefault(x => x.Name == "result") is { } result && space.StartsWith("MathNet.Numerics", StringComparison.Ordinal))
        {
            return call.Operands[result.Ordinal + (method.IsStatic ? 0 : 1)];
        }

        var isChanged = type.SpecialType == SpecialType.System_Array || type.Name == "MemoryExtensions" ? ArrayMutators.Contains(method.Name)
            : space.StartsWith("MathNet.Numerics.LinearAlgebra", StringComparison.Ordinal) ? AlgebraMutators.Contains(method.Name) && (method.ReturnsVoid || method.Name != "At")
            : (space.StartsWith("System.Collections", StringComparison.Ordinal) || type.Name == "Span") && CollectionMutators.Contains(method.Name);
        return isChanged && call.Operands.Length > 0 ? call.Operands[0] : null;
    }

    /// <summary>The parameter of the member that an object is, lies in, or is a property of.</summary>
    private static IParameterSymbol? Given(Term changed, ValueGraph graph)
    {
        var root = changed.Root();
        while (root is { Kind: TermKind.Load, Operands.Length: 1 } && root.Type is { IsValueType: false })
        {
            root = root.Operands[0].Root();
        }

        return root is { Kind: TermKind.Parameter, Symbol: IParameterSymbol parameter }
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, graph.Entry)
            && parameter.RefKind == RefKind.None
            ? parameter
            : null;
    }

    /// <summary>The statement that puts a copy in place of a parameter, where the type has a copy that shares nothing.</summary>
    private static string? Copy(IParameterSymbol parameter)
        => parameter.Type switch
        {
            IArrayTypeSymbol { ElementType.IsValueType: true } array => $"{parameter.Name} = ({array.ElementType.ToDisplayString()}[{new string(',', array.Rank - 1)}]){parameter.Name}.Clone();",
            { Name: "Matrix" or "Vector" } => $"{parameter.Name} = {parameter.Name}.Clone();",
            _ => null,
        };
}
