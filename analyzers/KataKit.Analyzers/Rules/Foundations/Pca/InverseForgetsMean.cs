using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4009: the inverse transform never looks at the entries of the model's mean, or takes them off instead of adding them.</summary>
internal sealed class InverseForgetsMean : GraphRule
{
    public const string Id = "KATA4009";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("InverseTransform") is not { Result.Kind: not TermKind.Unknown, Entry.Parameters: { Length: 2 } parameters } graph)
        {
            yield break;
        }

        var terms = graph.Events
            .SelectMany(x => x.Place is null ? [x.Value] : x.Place.Indices.Add(x.Value))
            .SelectMany(x => x.DescendantsAndSelf())
            .Distinct()
            .ToList();
        if (terms.Any(x => x.Kind is TermKind.Call or TermKind.New && x.Symbol?.Name != "ThrowIfNull" && x.Operands.Any(y => IsParameter(y, parameters[0]))))
        {
            yield break;
        }

        var uses = terms.Where(x => Parts(x).Any(y => IsMean(y, parameters[0])) && !IsMean(x, parameters[0]) && x is not { Kind: TermKind.Load, Symbol.Name: "Count" }).ToList();
        if (uses.Count == 0
            && !graph.Stores.Any(x => IsMean(x.Value, parameters[0]))
            && graph.Events.LastOrDefault(x => x.Kind == GraphEventKind.Return) is { Site: IReturnOperation { ReturnedValue.Syntax: { } returned } })
        {
            yield return Diagnostic.Create(Rule, returned.GetLocation(), Messages.Localizable(Id + "_Forgotten"));
        }

        if (uses.Count > 0
            && uses.All(x => x.Kind == TermKind.Negate || (x.Is(TermKind.Subtract, out var left, out _) && !IsMean(left, parameters[0])))
            && !terms.Any(x => x.Kind is TermKind.Negate or TermKind.Subtract or TermKind.Multiply && x.Operands.Any(uses.Contains))
            && uses[0].Site is { } site)
        {
            yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(Id + "_TakenOff"));
        }
    }

    private static IEnumerable<Term> Parts(Term term)
        => term is LoopVariable { Next: { } next } variable ? [variable.Initial, next] : term.Operands;

    private static bool IsMean(Term term, IParameterSymbol model)
        => term is { Kind: TermKind.Load, Symbol.Name: "Mean", Operands: { Length: 1 } owner } ? IsParameter(owner[0], model)
            : term.Kind == TermKind.Element && IsMean(term.Operands[0], model);

    private static bool IsParameter(Term term, IParameterSymbol parameter)
        => term.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Symbol, parameter);
}
