using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Code;

/// <summary>
/// Whether evaluating something has no effect but its value, so that it may be evaluated once, twice, earlier or never. What is not
/// known to be pure counts as impure. Creating an array is not pure: two evaluations give two arrays, to be filled differently.
/// </summary>
internal sealed class Purity(Submission submission)
{
    private const int CallDepth = 3;

    public bool IsPure(ExpressionSyntax expression)
        => submission.Model.GetOperation(expression) is { } operation && operation.DescendantsAndSelf().All(step => IsPureStep(step, CallDepth));

    /// <summary>Whether a call changes nothing. It may throw.</summary>
    public bool IsPure(IMethodSymbol method) => IsPure(method, CallDepth, mayThrow: true);

    private bool IsPure(IMethodSymbol method, int depth, bool mayThrow)
        => IsPureLibrary(method)
            || (mayThrow && IsException(method.ContainingType))
            || (depth > 0 && HasPureBody(method.OriginalDefinition, depth - 1, mayThrow));

    private bool HasPureBody(IMethodSymbol method, int depth, bool mayThrow)
        => method is { DeclaringSyntaxReferences: [var reference], IsAsync: false, IsVirtual: false, IsOverride: false }
            && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In)
            && reference.SyntaxTree == submission.Root.SyntaxTree
            && submission.Model.GetOperation(reference.GetSyntax()) is { } body
            && body.DescendantsAndSelf().All(step => IsPureInBody(step, method, depth, mayThrow));

    private bool IsPureInBody(IOperation step, IMethodSymbol method, int depth, bool mayThrow) => step switch
    {
        ISimpleAssignmentOperation { IsRef: false, Target: var target } => IsOwn(target, method),
        ICompoundAssignmentOperation { Target: var target } => IsOwn(target, method),
        IIncrementOrDecrementOperation { Target: var target } => IsOwn(target, method),
        IInvocationOperation call => IsPure(call.TargetMethod, depth, mayThrow) || ChangesOnlyOwn(call, method),
        IThrowOperation => mayThrow,
        IObjectCreationOperation creation => creation.Type!.IsRecord || (mayThrow && IsException(creation.Type)),
        IMethodBodyOperation or ILocalFunctionOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation
            or IVariableDeclaratorOperation or IVariableInitializerOperation or IExpressionStatementOperation or ILoopOperation
            or IBranchOperation or IArrayCreationOperation or IArrayInitializerOperation or IEmptyOperation => true,
        _ => IsPureStep(step, depth),
    };

    private bool IsPureStep(IOperation step, int depth) => step switch
    {
        ILocalReferenceOperation local => !local.IsDeclaration,
        IInvocationOperation call => IsPure(call.TargetMethod, depth, mayThrow: false),
        IMethodReferenceOperation method => IsPure(method.Method, depth, mayThrow: false),
        IPropertyReferenceOperation property => IsPure(property.Property),
        IBinaryOperation { OperatorMethod: { } method } => IsPureLibrary(method),
        IUnaryOperation { OperatorMethod: { } method } => IsPureLibrary(method),
        IConversionOperation { OperatorMethod: { } method } => IsPureLibrary(method),
        IArgumentOperation { Parameter: { } parameter } => parameter.RefKind is RefKind.None or RefKind.In,
        ILiteralOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInstanceReferenceOperation
            or IBinaryOperation or IUnaryOperation or IConversionOperation or IConditionalOperation or ICoalesceOperation
            or ITupleOperation or IArrayElementReferenceOperation or IIsTypeOperation or IIsPatternOperation
            or IConstantPatternOperation or INegatedPatternOperation or IBinaryPatternOperation or IRelationalPatternOperation
            or ITypePatternOperation or IDiscardPatternOperation or IDefaultValueOperation or INameOfOperation
            or IAnonymousFunctionOperation or IDelegateCreationOperation or IBlockOperation or IReturnOperation
            or ISwitchExpressionOperation or ISwitchExpressionArmOperation => true,
        _ => false,
    };

    /// <summary>Whether an assignment changes only what the method itself has made.</summary>
    private bool IsOwn(IOperation target, IMethodSymbol method) => target switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsOwn(local, method),
        IParameterReferenceOperation { Parameter: var parameter } => IsOwn(parameter, method),
        IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation { Local: var array } }
            => IsOwn(array, method) && submission.Heap.IsFresh(array),
        IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var matrix }, Property.IsIndexer: true }
            => IsOwn(matrix, method) && submission.Heap.IsFresh(matrix),
        _ => false,
    };

    /// <summary>Whether a call of library code is handed nothing to change but an object that the method itself has made.</summary>
    private bool ChangesOnlyOwn(IInvocationOperation call, IMethodSymbol method)
        => LinearAlgebra.IsPart(call.TargetMethod.ContainingType)
            && call.Instance is ILocalReferenceOperation { Local: var local } && IsOwn(local, method) && submission.Heap.IsFresh(local)
            && call.Arguments.All(argument => !LinearAlgebra.IsPart(argument.Parameter!.Type) || argument.Parameter.Name != "result");

    private static bool IsOwn(ISymbol variable, IMethodSymbol method)
        => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, method);

    private static bool IsException(ITypeSymbol? type)
        => type is not null && type.Name.EndsWith("Exception", StringComparison.Ordinal) && type.ContainingNamespace.Name == "System";

    private static bool IsPureLibrary(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return method is { DeclaringSyntaxReferences: [], ReturnsVoid: false }
            && !method.Name.StartsWith("Try", StringComparison.Ordinal)
            && (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
                || (type.SpecialType == SpecialType.System_Array && !method.IsStatic)
                || LinearAlgebra.IsFunction(method)
                || type.OriginalDefinition.ToDisplayString()
                    is "System.Math" or "System.MathF" or "System.Linq.Enumerable" or "System.MemoryExtensions"
                    or "System.ReadOnlySpan<T>" or "System.Span<T>");
    }

    private static bool IsPure(IPropertySymbol property)
        => property.DeclaringSyntaxReferences switch
        {
            [] => property.ContainingType is { IsRecord: true } or { IsTupleType: true }
                || LinearAlgebra.IsPart(property.ContainingType)
                || (!property.IsStatic && property.ContainingNamespace.ToDisplayString() is "System" or "System.Collections.Generic"),
            [var reference] => reference.GetSyntax() is ParameterSyntax
                or PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: [{ Body: null, ExpressionBody: null }, ..] },
            _ => false,
        };
}
