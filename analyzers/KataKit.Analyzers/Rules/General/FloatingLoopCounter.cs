using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Rules.Foundations.Minimization;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0016: a floating-point variable counts up to an end that it should reach, by a step that it cannot add exactly. After enough steps
/// the sum lies beside the end, and the last round is lost. Or an integer counts, and the points are such sums all the same.
/// </summary>
internal sealed class FloatingLoopCounter : GraphRule
{
    public const string Id = "KATA0016";

    // Steps that are whole multiples of this add up exactly as far as loops go.
    private const double Grain = 1.0 / (1 << 20);

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => Tests(program).Concat(AccumulatedGrid.In(program, IsInexact).Select(x => Diagnostic.Create(Rule, x.Site.Syntax.GetLocation(), x.Name)));

    private static IEnumerable<Diagnostic> Tests(GraphProgram program)
        => from loop in program.Graphs.SelectMany(x => x.Loops)
           where loop.Condition is not null
           from fact in new Guard(loop.Condition!, true).Facts()
           where fact is { Holds: true, Condition: { Kind: TermKind.LessOrEqual, Site: not null } }
           let variable = Stepped(fact.Condition, loop)
           where variable is not null
           select Diagnostic.Create(Rule, fact.Condition.Site!.Syntax.GetLocation(), variable.Symbol!.Name);

    private static LoopVariable? Stepped(Term test, Loop loop)
        => Stepped(test.Left, TermKind.Add, test.Right, loop) ?? Stepped(test.Right, TermKind.Subtract, test.Left, loop);

    private static LoopVariable? Stepped(Term counter, TermKind direction, Term end, Loop loop)
        => counter is LoopVariable { Next: { } next } variable
           && ReferenceEquals(variable.Loop, loop)
           && variable.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double
           && next.Is(direction, out var left, out var step)
           && ReferenceEquals(left, counter)
           && !step.VariesIn(loop)
           && IsInexact(step)
           && !HasSlack(end)
            ? variable
            : null;

    private static bool IsInexact(Term step)
        => step.IsNumber(out var value)
            ? value / Grain != Math.Floor(value / Grain)
            : step.PartsAndSelf().Any(x => x.Kind == TermKind.Divide && x.Type.IsReal());

    /// <summary>Whether the end lies a little further than the last value meant, so that rounding does not matter.</summary>
    private static bool HasSlack(Term end) => end.Kind is TermKind.Add or TermKind.Subtract && end.Type.IsReal();
}
