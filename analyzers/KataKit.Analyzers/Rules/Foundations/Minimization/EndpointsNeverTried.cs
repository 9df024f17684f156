using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>KATA7003: the function is never called at an end of the interval, which may be its lowest point.</summary>
internal sealed class EndpointsNeverTried : GraphRule
{
    public const string Id = "KATA7003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("GoldenSection") is not { } graph || graph.HasHiddenCalls())
        {
            yield break;
        }

        var points = graph.Computations.Where(x => x.Value.IsCallOfParameter(graph, 0)).Select(x => x.Value.Operands[1]).ToList();
        var (left, right) = graph.Interval();
        var missed = new[] { left, right }.Where(x => !points.Any(y => MayBe(y, x))).Select(x => x.Name).ToList();
        var site = graph.Events.LastOrDefault(x => x.Kind == GraphEventKind.Return)?.Site;
        if (points.Count > 0 && missed.Count > 0 && site is not null)
        {
            var place = (site as IReturnOperation)?.ReturnedValue ?? site;
            yield return Diagnostic.Create(Rule, place.Syntax.GetLocation(), graph.Entry.Parameters[0].Name, string.Join(", ", missed));
        }
    }

    /// <summary>Whether a point may be the end: it is it, began as it, is held at it, or comes out of a memory that is not known to differ.</summary>
    public static bool MayBe(Term point, IParameterSymbol end, Func<Term, bool>? isOther = null)
        => point.IsParameter(end)
           || point switch
           {
               _ when isOther?.Invoke(point) == true => false,
               LoopVariable variable => MayBe(variable.Initial, end, isOther),
               { Kind: TermKind.Choice or TermKind.Join } => point.Operands.Any(x => MayBe(x, end, isOther)),
               { Kind: TermKind.Element or TermKind.Iterated or TermKind.Load or TermKind.Unknown or TermKind.Out } => true,
               { Kind: TermKind.Call } => !Clamped.IsCall(point) || point.Operands.Any(x => MayBe(x, end, isOther)),
               _ => false,
           };
}
