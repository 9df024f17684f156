using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>KATA0012: a call into a library that does what the kata asks one to write.</summary>
internal sealed class LibraryCallIsTheExercise : GraphRule
{
    public const string Id = "KATA0012";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    // Kata, beginning of the namespace and type, methods; no methods stand for all.
    private static readonly (string Kata, string Type, string[] Methods)[] Answers =
    [
        ("pca", "MathNet.Numerics.LinearAlgebra.Matrix", ["Evd", "Svd"]),
        ("pca", "MathNet.Numerics.LinearAlgebra.Factorization.Evd", []),
        ("pca", "MathNet.Numerics.LinearAlgebra.Factorization.Svd", []),
        ("pca", "Accord.Math.Decompositions.", []),
        ("pca", "Accord.Statistics.Analysis.", []),
        ("reverse-linked-list", "System.Linq.Enumerable", ["Reverse"]),
        ("reverse-linked-list", "System.Array", ["Reverse"]),
        ("reverse-linked-list", "System.MemoryExtensions", ["Reverse"]),
        ("reverse-linked-list", "System.Collections.Generic.List", ["Reverse"]),
        ("function-minimization", "MathNet.Numerics.FindMinimum", []),
        ("function-minimization", "MathNet.Numerics.Optimization.", []),
        ("bpe-tokenizer", "Microsoft.ML.Tokenizers.", []),
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        var answers = Answers.Where(x => x.Kata == program.Contract?.Kata).ToList();
        return program.Graphs
            .SelectMany(x => x.Computations)
            .Where(x => x.Value.Kind is TermKind.Call or TermKind.New && x.Value.Symbol is IMethodSymbol method && answers.Any(y => IsOf(method, y.Type, y.Methods)))
            .Select(x => Diagnostic.Create(Rule, x.Site.Syntax.GetLocation(), NameOf((IMethodSymbol)x.Value.Symbol!)));
    }

    private static bool IsOf(IMethodSymbol method, string type, string[] methods)
        => Containers(method).Any(x => type.EndsWith(".", StringComparison.Ordinal) ? x.StartsWith(type, StringComparison.Ordinal) : x == type)
           && (methods.Length == 0 || methods.Contains(method.Name));

    // A generic type goes by its name alone; what a derived type inherits belongs to the base.
    private static IEnumerable<string> Containers(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            yield return type.ContainingNamespace.ToDisplayString() + "." + type.Name;
        }
    }

    private static string NameOf(IMethodSymbol method)
        => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.ContainingType.Name + "." + method.Name;
}
