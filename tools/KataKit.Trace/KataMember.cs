using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Trace;

/// <summary>A member of a contract as the analyzers see it, ready to be interpreted.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Method">The method that implements the member.</param>
/// <param name="Bodies">The bodies of its type.</param>
internal sealed record KataMember(KataContract Contract, IMethodSymbol Method, MethodBodies Bodies)
{
    /// <summary>What holds when it is called.</summary>
    public FlowState Entry => Contract.EntryOf(Method);

    /// <summary>The members of all contracts in a file, in source order.</summary>
    public static IReadOnlyList<KataMember> In(Compilation compilation, SyntaxTree tree)
    {
        if (KnownSymbols.In(compilation) is not { } symbols)
        {
            return [];
        }

        var model = compilation.GetSemanticModel(tree);
        var root = tree.GetRoot();
        var bodies = new MethodBodies(Blocks(root, model));
        return
        [
            .. root.DescendantNodes().OfType<TypeDeclarationSyntax>()
                .Select(x => KataContract.Of((INamedTypeSymbol)model.GetDeclaredSymbol(x)!, symbols))
                .OfType<KataContract>()
                .SelectMany(contract => contract.Implementations
                    .OrderBy(x => x.Locations[0].SourceSpan.Start)
                    .Select(x => new KataMember(contract, x, bodies))),
        ];
    }

    private static IEnumerable<KeyValuePair<ISymbol, IOperation>> Blocks(SyntaxNode root, SemanticModel model)
    {
        foreach (var node in root.DescendantNodes())
        {
            var symbol = node switch
            {
                BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => model.GetDeclaredSymbol(node),
                ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod,
                _ => null,
            };
            var operation = symbol is null ? null : model.GetOperation(node);
            if ((operation as IBlockOperation ?? operation?.ChildOperations.FirstOrDefault(x => x is IBlockOperation)) is { } block)
            {
                yield return new(symbol!, block);
            }
        }
    }
}
