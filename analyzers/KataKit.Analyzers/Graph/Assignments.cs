using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Graph;

/// <summary>Finds the variables that code may assign, also through functions that it calls.</summary>
internal static class Assignments
{
    /// <summary>The locals and parameters that are assigned in the code, or by a local function or lambda that it may call.</summary>
    public static IReadOnlyList<ISymbol> In(IOperation code)
    {
        var found = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var calls = false;
        foreach (var operation in code.DescendantsAndSelf())
        {
            Add(operation, found, seen);
            calls |= operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke }
                or IInvocationOperation { Arguments.Length: > 0 };
        }

        if (calls)
        {
            foreach (var function in Root(code).Descendants().Where(x => x is ILocalFunctionOperation or IAnonymousFunctionOperation))
            {
                foreach (var operation in function.Descendants())
                {
                    Add(operation, found, seen);
                }
            }
        }

        return found;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static void Add(IOperation operation, List<ISymbol> found, HashSet<ISymbol> seen)
    {
        foreach (var target in Targets(operation))
        {
            var variable = target switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                _ => null,
            };
            if (variable is not null && seen.Add(variable))
            {
                found.Add(variable);
            }
        }
    }

    private static IEnumerable<IOperation> Targets(IOperation operation)
        => operation switch
        {
            IDeconstructionAssignmentOperation deconstruction => Elements(deconstruction.Target),
            IAssignmentOperation assignment => [assignment.Target],
            IIncrementOrDecrementOperation step => [step.Target],
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],
            IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref, Initializer.Value: var place } => [place],
            _ => [],
        };

    private static IEnumerable<IOperation> Elements(IOperation target)
        => target switch
        {
            ITupleOperation tuple => tuple.Elements.SelectMany(Elements),
            IDeclarationExpressionOperation declaration => Elements(declaration.Expression),
            _ => [target],
        };
}
