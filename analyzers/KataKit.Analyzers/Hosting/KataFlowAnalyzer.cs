using System.Collections.Concurrent;
using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Rules;
using KataKit.Analyzers.Rules.Attention;
using KataKit.Analyzers.Rules.Foundations.Pca;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// Hosts all rules, so that the interpreter and the graph builder run once a member however many rules look at what they find. Nothing is
/// registered in a compilation that does not reference the contracts, unless an option lets the general rules look at all code; and
/// nothing is judged in a type that does not compile yet.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KataFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<FlowRule> Rules =
    [
        new ScoreScale(), new ShapeMismatch(), new SoftmaxAxis(), new MaskAfterSoftmax(), new FiniteFill(), new ScaleAfterSoftmax(), new FullyMaskedRow(),
        new HeadColumns(), new MaskAxis(), new KeysByQueries(), new NotCentred(), new CovarianceDivisor(), new OwnMean(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.Select(x => x.Descriptor), .. GraphRules.All.Select(x => x.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var symbols = KnownSymbols.In(start.Compilation);
            if (symbols is not null || AnalysisScope.Widest(start.Options, start.Compilation) == AnalysisScope.All)
            {
                // Owned by this compilation's actions alone, so that nothing outlives it.
                var bodies = new ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, IOperation>>(SymbolEqualityComparer.Default);
                start.RegisterSymbolStartAction(x => AnalyzeType(x, symbols, bodies), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(
        SymbolStartAnalysisContext context, KnownSymbols? symbols, ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, IOperation>> bodies)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var outermost = Outermost(type);
        var contract = symbols is { } known ? KataContract.Of(outermost, known) : null;
        if (contract is null
            && outermost.DeclaringSyntaxReferences.All(x => AnalysisScope.Of(context.Options, x.SyntaxTree) != AnalysisScope.All))
        {
            return;
        }

        // A nested type ends before the type around it, so the outermost type sees the bodies of all.
        var found = bodies.GetOrAdd(outermost, _ => new ConcurrentDictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default));
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OperationBlocks.FirstOrDefault(x => x is IBlockOperation) is { } body)
            {
                found[block.OwningSymbol] = body;
            }
        });
        if (SymbolEqualityComparer.Default.Equals(type, outermost))
        {
            context.RegisterSymbolEndAction(end => Judge(end, contract, found));
        }
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } container)
        {
            type = container;
        }

        return type;
    }

    private static void Judge(SymbolAnalysisContext context, KataContract? contract, ConcurrentDictionary<ISymbol, IOperation> blocks)
    {
        // While somebody is typing, what the rest of the type means is anybody's guess.
        if (context.Symbol.DeclaringSyntaxReferences.Any(x => x.SyntaxTree.GetDiagnostics(context.CancellationToken).Any(y => y.Severity == DiagnosticSeverity.Error))
            || blocks.Values.Any(x => x.DescendantsAndSelf().Any(y => y is IInvalidOperation)))
        {
            return;
        }

        var reported = new HashSet<(string, Location)>();
        var compiles = new Lazy<bool>(() => !CompilerErrors.Exist((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken));
        var bodies = new MethodBodies(blocks);
        foreach (var member in (contract?.Implementations ?? []).OrderBy(x => x.Locations[0].SourceSpan.Start))
        {
            // The flow follows real numbers; where the contract hands none in, it has nothing to follow.
            var entry = contract!.EntryOf(member);
            if (!entry.Heap.Values.Any(x => x.Base is Quantity))
            {
                continue;
            }

            var outcome = Interpreter.Run(member, entry, bodies, LibraryModel.Default, contract);
            if (outcome.IsComplete)
            {
                Report(Rules.Where(x => x.Kata is null || x.Kata == contract.Kata).SelectMany(x => x.Judge(contract, member, outcome)));
            }
        }

        var program = contract is null ? GraphProgram.Of(blocks.Keys.OfType<IMethodSymbol>(), bodies) : GraphProgram.Of(contract, bodies);
        Report(GraphRules.All.Where(x => x.Kata is null || x.Kata == contract?.Kata).SelectMany(x => x.Judge(program)));

        // A helper that is called twice is followed twice; what is wrong there is told once.
        void Report(IEnumerable<Diagnostic> diagnostics)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (reported.Add((diagnostic.Id, diagnostic.Location)) && compiles.Value)
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }
}
