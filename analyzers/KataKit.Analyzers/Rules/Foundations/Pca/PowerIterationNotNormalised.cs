using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4008: a vector is multiplied by a matrix round after round and never brought back to length 1: it grows or fades to 0.</summary>
internal sealed class PowerIterationNotNormalised : GraphRule
{
    public const string Id = "KATA4008";

    private const double FewRounds = 8;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Graphs
            .SelectMany(x => x.Loops.SelectMany(loop => loop.Variables.Select(variable => (Graph: x, Loop: loop, Variable: variable))))
            .Where(x => x.Variable is { Next: not null, Type.Name: "Vector" } && !IsShort(x.Loop))
            .Select(x => (x.Graph, x.Variable, Parts: Round(x.Variable).ToList()))
            .Where(x => !x.Parts.Any(y => IsScaling(y, x.Variable)) && !IsScaledOutside(x.Variable) && !IsChangedInPlace(x.Variable, x.Graph))
            .Select(x => x.Parts.FirstOrDefault(y => IsImage(y, x.Variable))?.Site)
            .OfType<IOperation>()
            .Select(x => Diagnostic.Create(Rule, x.Syntax.GetLocation()));

    /// <summary>What one round makes of a variable, through inner loops, down to the variable itself.</summary>
    private static IEnumerable<Term> Round(LoopVariable variable)
    {
        var seen = new HashSet<Term> { variable };
        var pending = new Stack<Term>([variable.Next!]);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            yield return current;
            foreach (var operand in current is LoopVariable { Next: { } next } inner && IsInside(inner, variable) ? [inner.Initial, next] : current.Operands.AsEnumerable())
            {
                pending.Push(operand);
            }
        }
    }

    private static bool IsInside(LoopVariable inner, LoopVariable outer) => inner.Loop!.SelfAndParents().Contains(outer.Loop);

    private static bool IsImage(Term term, LoopVariable variable)
        => term.Operands.Any(x => ReferenceEquals(x, variable))
           && term.Operands.Any(x => x.Type?.Name == "Matrix")
           && (term.Kind == TermKind.Multiply || term is { Kind: TermKind.Call, Symbol.Name: "Multiply" or "LeftMultiply" });

    // A division, a norm, a product of the vector with itself, or an unknown call may be what keeps the length.
    private static bool IsScaling(Term term, LoopVariable variable)
        => term.Kind == TermKind.Divide
           || (term.Kind == TermKind.Multiply && term.Type.IsReal() && term.Operands.All(x => x.DescendantsAndSelf().Any(y => ReferenceEquals(y, variable))))
           || (term.Kind == TermKind.Call && term.Symbol?.Name is { } name
               && (name.Contains("Norm") || name is "Divide" or "PointwiseDivide" or "DotProduct" || term.Symbol.ContainingNamespace?.Name is not ("LinearAlgebra" or "Double" or "Linq" or "Generic")))
           || term.Kind is TermKind.Unknown;

    // Some rounds in a loop of their own, and a loop around it that keeps the length.
    private static bool IsScaledOutside(LoopVariable variable)
        => variable.Initial is LoopVariable { Next: not null } outer
           && IsInside(variable, outer)
           && (Round(outer).Any(x => IsScaling(x, outer)) || IsScaledOutside(outer));

    private static bool IsChangedInPlace(LoopVariable variable, ValueGraph graph)
        => graph.Computations.Any(x => x.IsIn(variable.Loop!)
            && x.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol { ReturnsVoid: true } } call
            && call.Operands.Any(y => ReferenceEquals(y, variable) || y.Equals(variable.Next)));

    private static bool IsShort(Loop loop)
        => loop.Condition is { Kind: TermKind.Less or TermKind.LessOrEqual } test && test.Right.IsNumber(out var rounds) && rounds <= FewRounds;
}
