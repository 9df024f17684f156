using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>
/// KATA7007: a loop of a search never ends on an input that the contract allows: a bracket that doubles cannot make shorter, a descent that
/// jumps to and fro. The loop is counted out with the numbers of that input until it repeats itself.
/// </summary>
internal sealed class SearchWithoutEnd : GraphRule
{
    public const string Id = "KATA7007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    // Sixteen doubles long, so that the search is soon between two of them.
    private const double NearOne = 1 + (1.0 / (1L << 48));

    private static readonly Input[] Brackets =
    [
        new(Id + "_Rising", x => x, null, [0, 1, NearOne, 1e-20]),
        new(Id + "_Falling", x => -x, null, [0, 1, NearOne, 1e-20]),
    ];

    // Each step of length 1 leads from one end to the other, three of them are allowed.
    private static readonly Input[] Jumps = [new(Id + "_Jumping", x => (x * x) - x, x => (2 * x) - 1, [0, 0, 0, 1, 1, 1, 0.5, 3])];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => Endless(program.Of("GoldenSection"), Brackets).Concat(Endless(program.Of("ProjectedGradientDescent"), Jumps));

    private static IEnumerable<Diagnostic> Endless(ValueGraph? graph, Input[] inputs)
        => from loop in graph?.Loops ?? []
           where loop.Parent is null && !AsksForEpsilon(loop)
           let input = inputs.FirstOrDefault(x => x.Evaluation().IsEndless(loop))
           where input is not null
           select Diagnostic.Create(Rule, Place(loop), Messages.Localizable(input.Text));

    // KATA0004 says what is wrong there.
    private static bool AsksForEpsilon(Loop loop)
        => loop.Condition?.PartsAndSelf().Any(x => x.IsNumber(out var number) && (number == double.Epsilon || number == float.Epsilon)) == true;

    private static Location Place(Loop loop) => loop.Condition?.Site?.Syntax.GetLocation() ?? loop.Site.Syntax.GetFirstToken().GetLocation();

    /// <summary>What a member is called with, and the text that says so: its functions, and its numbers in the order of the parameters.</summary>
    private sealed record Input(string Text, Func<double, double> Function, Func<double, double>? Derivative, double[] Numbers)
    {
        public Evaluation Evaluation()
        {
            Evaluation? evaluation = null;
            return evaluation = new Evaluation(x => x switch
            {
                { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }, Operands: { Length: 2 } call }
                    when Position(call[0]) is { } function && evaluation!.Number(call[1]) is { } at => (function == 0 ? Function : Derivative!)(at),
                { Kind: TermKind.Equal, Right: { Constant: { HasValue: true, Value: null } } } when Position(x.Left) is not null => 0,
                _ when Position(x) is { } parameter => Numbers[parameter],
                _ => null,
            });
        }

        private static int? Position(Term term) => term.Kind == TermKind.Parameter ? ((IParameterSymbol)term.Symbol!).Ordinal : null;
    }
}
