using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>
/// KATA3008: the list is not turned in place. Values are moved between nodes, nodes are made in a loop, or nodes are kept in an array or
/// collection as long as the list.
/// </summary>
internal sealed class NodesCopied : GraphRule
{
    public const string Id = "KATA3008";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var happening in program.Graphs.SelectMany(x => x.Events))
        {
            var kind = happening switch
            {
                { Kind: GraphEventKind.Store, Place: { Member: { } member, Object: { Kind: not (TermKind.New or TermKind.This) } node } }
                    when IsNode(node.Type) && !Reversal.IsLink(member) => Id + "_Values",
                { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.New, Type: { } type } } when IsNode(type) => happening.Loop is null ? null : Id + "_Nodes",
                { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.New, Type: { } type } made } when HoldsNodes(type) && !HasFixedLength(made) => Id + "_Kept",
                _ => null,
            };
            if (kind is not null)
            {
                yield return Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation(), Messages.Localizable(kind));
            }
        }
    }

    private static bool IsNode(ITypeSymbol? type) => type is INamedTypeSymbol && type.GetMembers().Any(Reversal.IsLink);

    private static bool HoldsNodes(ITypeSymbol type)
        => type switch
        {
            IArrayTypeSymbol array => IsNode(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: > 0 } generic
                => generic.AllInterfaces.Any(x => x.SpecialType == SpecialType.System_Collections_IEnumerable) && generic.TypeArguments.Any(IsNode),
            _ => false,
        };

    private static bool HasFixedLength(Term made) => made.Type is IArrayTypeSymbol && made.Operands.All(x => x.IsNumber(out _));
}
