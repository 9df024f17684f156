using System.Globalization;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Tests.Verification;

/// <summary>Runs the interpreter over a kata without a rule, to look at what it finds out.</summary>
internal static class KataRuns
{
    /// <summary>The outcome from each implemented member of the contract, in source order.</summary>
    public static async Task<IReadOnlyList<(string Member, Outcome Outcome)>> Of(string source)
    {
        var document = KataCompilation.Document(source);
        var model = (await document.GetSemanticModelAsync())!;
        var root = (await document.GetSyntaxRootAsync())!;
        var symbols = KnownSymbols.In(model.Compilation)!.Value;
        var blocks = root.DescendantNodes()
            .Where(x => x is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax })
            .Select(x => KeyValuePair.Create(
                x is ArrowExpressionClauseSyntax ? ((IPropertySymbol)model.GetDeclaredSymbol(x.Parent!)!).GetMethod! : model.GetDeclaredSymbol(x)!,
                BlockOf(model.GetOperation(x))))
            .Where(x => x.Value is not null)
            .Select(x => KeyValuePair.Create(x.Key, x.Value!));
        var bodies = new MethodBodies(blocks);
        return
        [
            .. root.DescendantNodes().OfType<TypeDeclarationSyntax>()
                .Select(x => KataContract.Of((INamedTypeSymbol)model.GetDeclaredSymbol(x)!, symbols))
                .OfType<KataContract>()
                .SelectMany(contract => contract.Implementations
                    .OrderBy(x => x.Locations[0].SourceSpan.Start)
                    .Select(x => (x.Name, Interpreter.Run(x, contract.EntryOf(x), bodies, LibraryModel.Default, contract)))),
        ];
    }

    private static IOperation? BlockOf(IOperation? operation)
        => operation as IBlockOperation ?? operation?.ChildOperations.FirstOrDefault(x => x is IBlockOperation);

    /// <summary>What the runs found out, a line each: refusals, steps, and the values that went through the exponential function.</summary>
    public static async Task<IReadOnlyList<string>> Trace(string source)
        =>
        [
            .. (await Of(source)).SelectMany(x => x.Outcome.Events
                .Where(y => y.Kind == FlowEventKind.Exponentiated)
                .Select(y => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{x.Member}: exp at {y.Site.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1} of {y.Value}"))
                .Prepend($"{x.Member}: {x.Outcome.Refusal ?? "complete"}, {x.Outcome.Steps} steps")),
        ];
}
