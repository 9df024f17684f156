using System.Collections.Concurrent;
using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Rules;
using KataKit.Analyzers.Rules.Attention;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// Hosts all flow rules, so that the interpreter runs once a contract member however many rules look at what it finds. Nothing is
/// registered in a compilation that does not reference the contracts, and nothing is judged in a type that does not compile yet.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KataFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<FlowRule> Rules = [new ScoreScale()];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(x => x.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.In(start.Compilation) is { } symbols)
            {
                start.RegisterSymbolStartAction(x => AnalyzeType(x, symbols), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolStartAnalysisContext context, KnownSymbols symbols)
    {
        if (KataContract.Of((INamedTypeSymbol)context.Symbol, symbols) is not { } contract)
        {
            return;
        }

        var bodies = new ConcurrentDictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OperationBlocks.FirstOrDefault(x => x is IBlockOperation) is { } body)
            {
                bodies[block.OwningSymbol] = body;
            }
        });
        context.RegisterSymbolEndAction(end => Judge(end, contract, bodies));
    }

    private static void Judge(SymbolAnalysisContext context, KataContract contract, ConcurrentDictionary<ISymbol, IOperation> blocks)
    {
        // While somebody is typing, what the rest of the type means is anybody's guess.
        if (blocks.Values.Any(x => x.DescendantsAndSelf().Any(y => y is IInvalidOperation)))
        {
            return;
        }

        var reported = new HashSet<(string, Location)>();
        var bodies = new MethodBodies(blocks);
        foreach (var member in contract.Implementations.OrderBy(x => x.Locations[0].SourceSpan.Start))
        {
            var outcome = Interpreter.Run(member, contract.EntryOf(member), bodies, LibraryModel.Default);
            if (!outcome.IsComplete)
            {
                continue;
            }

            foreach (var diagnostic in Rules.Where(x => x.Kata == contract.Kata).SelectMany(x => x.Judge(contract, outcome)))
            {
                if (reported.Add((diagnostic.Id, diagnostic.Location)))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }
}
