using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>
/// KATA7004: the descent calls a function at a point that nothing has returned to the interval, on one side or on both.
/// </summary>
internal sealed class LeavesInterval : GraphRule
{
    public const string Id = "KATA7004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("ProjectedGradientDescent") is not { } graph)
        {
            yield break;
        }

        foreach (var call in graph.Computations.Where(x => x.Value.IsCallOfParameter(graph, 0) || x.Value.IsCallOfParameter(graph, 1)))
        {
            var (point, facts) = (call.Value.Operands[1], call.Facts().ToList());
            if (Sides(point, facts) is var sides && sides != Graph.Patterns.Sides.Both && Step(point) is { Site: { } site })
            {
                yield return Diagnostic.Create(
                    Rule,
                    site.Syntax.GetLocation(),
                    Messages.Localizable(sides == Graph.Patterns.Sides.None ? Id + "_Both" : sides == Graph.Patterns.Sides.Below ? Id + "_Right" : Id + "_Left"));
                yield break;
            }
        }
    }

    /// <summary>From where a point is limited, when the answers of functions may be anything and numbers that are given lie within.</summary>
    private static Sides Sides(Term point, IReadOnlyList<Guard> facts)
        => new Limits(
            x => x is { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } } ? Graph.Patterns.Sides.None : Graph.Patterns.Sides.Both,
            facts,
            double.NegativeInfinity,
            double.PositiveInfinity).Of(point);

    /// <summary>The step that leads out: the sum that a function's answer goes into.</summary>
    private static Term? Step(Term point)
        => point.DescendantsAndSelf().FirstOrDefault(x =>
            (x.Kind is TermKind.Add or TermKind.Subtract || Clamped.IsCall(x, "FusedMultiplyAdd"))
            && x.PartsAndSelf().Any(y => y is { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } }));
}
