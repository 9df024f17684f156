using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>A modelled method: what it returns, or <see langword="null"/> when this call is not of a modelled form.</summary>
internal delegate AbstractValue? LibraryMethod(LibraryCall call);

/// <summary>
/// What library methods do to abstract values: a table from qualified method name to transfer function. A method without an entry
/// forgets everything that it is handed, except where its type is known to leave its arguments alone.
/// </summary>
internal sealed class LibraryModel
{
    public static readonly LibraryModel Default = new(MathModel.Methods, ArrayModel.Methods, SequenceModel.Methods, MatrixModel.Methods, MatrixBuilderModel.Methods);

    // Static methods of these types look at their arguments and change nothing.
    private static readonly HashSet<string> ReadOnlyTypes = new(StringComparer.Ordinal)
    {
        "System.Math", "System.MathF", "System.Double", "System.Single", "System.Int32", "System.String", "System.Console", "System.Convert",
        "System.ArgumentNullException", "System.ArgumentException", "System.ArgumentOutOfRangeException", "System.Diagnostics.Debug",
        "System.Object", "System.HashCode", "System.GC", "System.Linq.Enumerable",
    };

    // The methods of the tables that return nothing.
    private static readonly HashSet<string> WritingMethods = new(StringComparer.Ordinal)
    {
        "Add", "At", "Clear", "Fill", "MapInplace", "MapIndexedInplace", "SetRow", "SetColumn", "SetSubMatrix",
    };

    private readonly Dictionary<string, LibraryMethod> _methods = new(StringComparer.Ordinal);

    private LibraryModel(params IEnumerable<KeyValuePair<string, LibraryMethod>>[] tables)
    {
        foreach (var entry in tables.SelectMany(x => x))
        {
            _methods.Add(entry.Key, entry.Value);
        }
    }

    /// <summary>How many axes a value of a type has: 2 for a matrix, 2 for an array of arrays of numbers, 0 for a number.</summary>
    public static int RankOf(ITypeSymbol? type)
        => type switch
        {
            IArrayTypeSymbol array => array.Rank + RankOf(array.ElementType),
            INamedTypeSymbol named when IsLinearAlgebra(named, "Matrix") => 2,
            INamedTypeSymbol named when IsLinearAlgebra(named, "Vector") => 1,
            INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "List" or "IReadOnlyList" or "IList", TypeArguments.Length: 1 } list =>
                1 + RankOf(list.TypeArguments[0]),
            _ => 0,
        };

    /// <summary>The result of a call, or <see langword="null"/> when nothing may be assumed about it.</summary>
    public AbstractValue? Invoke(LibraryCall call)
    {
        var type = TypeName(call.Method.ContainingType);
        if (call.Method.ReturnsVoid && !WritingMethods.Contains(call.Method.Name))
        {
            // An overload that writes its result into an argument: not the method of the table.
            return ReadOnlyTypes.Contains(type) ? AbstractValue.Unknown : null;
        }

        if (_methods.TryGetValue(type + "." + call.Method.Name, out var method) && method(call) is { } result)
        {
            return result;
        }

        if (!ReadOnlyTypes.Contains(type) && !MatrixModel.IsPure(type, call))
        {
            return null;
        }

        // A sequence made of rows shows the rows themselves, not copies.
        call.Interpreter.Escape(call.Arguments.Where(x => x is Closure || (type == "System.Linq.Enumerable" && call.View(x) is { Axes.Count: > 1 })));
        return AbstractValue.Unknown;
    }

    /// <summary>The result of an operator that a library type defines.</summary>
    public AbstractValue Operate(Interpreter interpreter, Operands operands)
        => TensorAlgebra.Apply(interpreter, operands);

    private static string TypeName(INamedTypeSymbol type)
        => type.OriginalDefinition.ContainingNamespace + "." + type.Name;

    public static bool IsLinearAlgebra(ITypeSymbol? type)
        => type is INamedTypeSymbol named && (IsLinearAlgebra(named, "Matrix") || IsLinearAlgebra(named, "Vector"));

    public static bool IsList(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 } list
           && list.ContainingNamespace.ToString() == "System.Collections.Generic";

    private static bool IsLinearAlgebra(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && current.ContainingNamespace.ToString() == MatrixModel.Namespace)
            {
                return true;
            }
        }

        return false;
    }
}
