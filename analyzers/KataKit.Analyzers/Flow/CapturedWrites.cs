using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Finds what a function may change when somebody unknown calls it.</summary>
internal static class CapturedWrites
{
    /// <summary>The variables that the function assigns, or whose object it hands on or writes to. Reading an element or a length is harmless.</summary>
    public static IEnumerable<(ISymbol Variable, bool IsAssigned)> In(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                _ => null,
            };
            if (variable is not null && !IsRead(operation))
            {
                yield return (variable, IsAssigned(operation));
            }
        }
    }

    private static bool IsRead(IOperation reference)
        => reference.Parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference != reference || !IsAssigned(element),
            IPropertyReferenceOperation property => property.Instance != reference || !IsAssigned(property),
            IBinaryOperation or IUnaryOperation or IConditionalOperation or IIsPatternOperation => true,
            _ => reference.Type is { IsValueType: true } && !IsAssigned(reference),
        };

    private static bool IsAssigned(IOperation reference)
        => reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple,
            _ => false,
        };
}
