using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Code;

/// <summary>Which variables surely stand for different arrays or matrices.</summary>
internal sealed class Heap(Submission submission)
{
    /// <summary>Whether a change through one variable is never seen through the other.</summary>
    public bool AreApart(ISymbol first, ISymbol second)
        => !SymbolEqualityComparer.Default.Equals(first, second)
            && ((IsFresh(first) && (IsFresh(second) || IsGiven(second))) || (IsFresh(second) && IsGiven(first)));

    /// <summary>Whether a local always stands for the one object that is created where it is declared.</summary>
    public bool IsFresh(ISymbol variable)
        => variable is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            && !submission.IsReassigned(variable)
            && submission.Model.GetOperation(value) is { } made
            && IsNew(made)
            && (variable is not ILocalSymbol { Type: IArrayTypeSymbol { ElementType.IsReferenceType: true } } || HoldsOnlyNew(variable));

    /// <summary>Whether every row that an array of arrays gets is made for it, and the array is never out of sight.</summary>
    private bool HoldsOnlyNew(ISymbol rows)
        => submission.Uses(rows).All(use => use.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element
                => submission.Model.GetOperation(assignment.Right) is { } row && IsNew(row),
            ElementAccessExpressionSyntax or MemberAccessExpressionSyntax or ReturnStatementSyntax => true,
            _ => false,
        });

    private bool IsGiven(ISymbol variable) => variable is IParameterSymbol && !submission.IsReassigned(variable);

    private static bool IsNew(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null, Operand: var operand } => IsNew(operand),
        IArrayCreationOperation => true,
        IBinaryOperation { OperatorMethod: { } method } => LinearAlgebra.IsFunction(method),

        // AsArray and its kin show the matrix's own storage; Dense(rows, columns, storage) adopts it, DenseOfArray copies.
        IInvocationOperation { TargetMethod: var method, Arguments: var arguments }
            => (LinearAlgebra.IsFunction(method) || (method.Name == "ToArray" && method.ContainingType.Name == "Enumerable"))
                && !method.Name.StartsWith("As", StringComparison.Ordinal)
                && (method.Name != "Dense" || arguments.All(argument => argument.Value.Type is { IsValueType: true })),
        _ => false,
    };
}
