using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Code;

/// <summary>What running a piece of code may change.</summary>
/// <param name="Variables">Locals and parameters that get a new value, other than where they are declared.</param>
/// <param name="Objects">Locals and parameters whose elements or members may change.</param>
/// <param name="Unnamed">Whether anything else may change.</param>
internal sealed record Writes(ImmutableHashSet<ISymbol> Variables, ImmutableHashSet<ISymbol> Objects, bool Unnamed)
{
    public static Writes Of(Submission submission, params IEnumerable<SyntaxNode> nodes)
    {
        var variables = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var objects = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var unnamed = false;
        foreach (var operation in nodes.SelectMany(node => Steps(submission, node)))
        {
            foreach (var target in Targets(operation))
            {
                if (Changed(target) is { } variable)
                {
                    variables.Add(variable);
                }
                else if (Root(target) is { } root)
                {
                    objects.Add(root);
                }
                else
                {
                    unnamed |= target is not IDiscardOperation;
                }
            }

            switch (operation)
            {
                case IInvocationOperation call when !submission.Purity.IsPure(call.TargetMethod):
                    // Library code cannot reach beyond what it is handed; the submission's own code may reach anything.
                    unnamed |= call.TargetMethod.DeclaringSyntaxReferences.Length > 0 || RunsUnseenCode(call);
                    objects.UnionWith(Handed(call));
                    break;
                case IObjectCreationOperation { Constructor: { DeclaringSyntaxReferences: [_, ..] } constructor }:
                    unnamed |= !constructor.ContainingType.IsRecord;
                    break;
                case IAwaitOperation or IReturnOperation { Kind: OperationKind.YieldReturn } or IEventAssignmentOperation:
                    unnamed = true;
                    break;
                default:
                    break;
            }
        }

        return new Writes(variables.ToImmutable(), objects.ToImmutable(), unnamed);
    }

    /// <summary>The variables that get a new value other than where they are declared.</summary>
    public static ImmutableHashSet<ISymbol> ToVariables(Submission submission, SyntaxNode node)
        => Steps(submission, node).SelectMany(Targets).Select(Changed).OfType<ISymbol>().ToImmutableHashSet(SymbolEqualityComparer.Default);

    /// <summary>The variable whose elements or members a target is one of, through any number of indices.</summary>
    public static ISymbol? Root(IOperation target) => target switch
    {
        IArrayElementReferenceOperation { ArrayReference: var array } => Root(array),
        IPropertyReferenceOperation { Instance: { } instance } => Root(instance),
        IFieldReferenceOperation { Instance: { } instance } => Root(instance),
        IConversionOperation { IsImplicit: true, Operand: var operand } => Root(operand),
        _ => Reads.Variable(target),
    };

    /// <summary>Whether code that makes these changes may change the value of code that reads those things.</summary>
    public bool MayChange(Reads reads, Submission submission)
        => Variables.Overlaps(reads.Variables)
            || (Unnamed && (!reads.AreScalar || reads.Variables.Any(submission.IsReassigned)))
            || (reads.Unnamed && !Objects.IsEmpty)
            || Objects.Any(written => reads.Objects.Any(read => !submission.Heap.AreApart(written, read)));

    /// <summary>The variable that gets a new value: by itself, or as the struct that a changed member is part of.</summary>
    private static ISymbol? Changed(IOperation target)
        => Reads.Variable(target) ?? (target is IMemberReferenceOperation { Instance: { Type: { IsValueType: true, IsRefLikeType: false } } structure } ? Changed(structure) : null);

    private static IEnumerable<IOperation> Steps(Submission submission, SyntaxNode node)
        => submission.Model.GetOperation(node)?.DescendantsAndSelf()
            ?? node.ChildNodes().SelectMany(child => Steps(submission, child));

    private static IEnumerable<IOperation> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: var target } => target.DescendantsAndSelf().Where(part => part is not ITupleOperation),
        IAssignmentOperation { Target: var target } => [target],
        IIncrementOrDecrementOperation { Target: var target } => [target],
        IInvocationOperation { Instance: { Type: { IsValueType: true, SpecialType: SpecialType.None } } structure, TargetMethod.IsReadOnly: false } => [structure],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var target } => [target],
        IVariableInitializerOperation { Value: var value, Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => [value],
        _ => [],
    };

    private static bool RunsUnseenCode(IInvocationOperation call)
        => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
            || call.Arguments.Any(argument => argument.Value is { Type.TypeKind: TypeKind.Delegate } and not IDelegateCreationOperation);

    private static IEnumerable<ISymbol> Handed(IInvocationOperation call)
        => call.Arguments.Select(argument => argument.Value).Append(call.Instance).OfType<IOperation>()
            .SelectMany(value => value.DescendantsAndSelf())
            .Where(value => value.Type is { IsReferenceType: true } or { IsRefLikeType: true })
            .Select(Reads.Variable)
            .OfType<ISymbol>();
}
