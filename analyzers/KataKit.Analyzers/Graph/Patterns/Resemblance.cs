using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>Compares terms as they are written, whatever happened to memory in between.</summary>
internal static class Resemblance
{
    /// <summary>
    /// Whether two terms are one expression of the same variables, read perhaps at different times. Lengths and counts of what does not
    /// grow are the same then, though the graph cannot know that nothing wrote to them.
    /// </summary>
    public static bool Resembles(this Term term, Term other)
        => term.Equals(other)
           || (term.Kind == other.Kind
               && term.Kind is not (TermKind.Unknown or TermKind.New or TermKind.Closure or TermKind.LoopVariable)
               && ReferenceEquals(term.Loop, other.Loop)
               && SymbolEqualityComparer.Default.Equals(term.Symbol, other.Symbol)
               && Equals(term.Constant.Value, other.Constant.Value)
               && term.Operands.Length == other.Operands.Length
               && term.Operands.Zip(other.Operands, Resembles).All(x => x));
}
