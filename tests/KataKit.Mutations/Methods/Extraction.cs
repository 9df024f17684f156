using System.Collections.Immutable;
using KataKit.Mutations.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Methods;

/// <summary>A piece of code that can move into a method of its own, which gets the values of the variables it uses.</summary>
/// <param name="Variables">The variables from outside, in the order of their names.</param>
/// <param name="NeedsThis">Whether the method must be an instance method.</param>
internal sealed record Extraction(ImmutableArray<ISymbol> Variables, bool NeedsThis)
{
    /// <summary>How to move a piece of code out, or nothing when copies of the variables' values would not do.</summary>
    public static Extraction? Of(Submission submission, SyntaxNode code)
    {
        if (submission.Model.GetOperation(code) is not { } operation || !IsInMethod(code) || !CanMove(operation))
        {
            return null;
        }

        var outside = Reads.Of(submission, code).Variables.Where(variable => !IsDeclaredIn(variable, code))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal).ToImmutableArray();
        return outside.All(variable => IsAssignedFromTheStart(variable) && HasName(TypeOf(variable))) && !CapturesChanging(submission, code)
            ? new Extraction(outside, operation.DescendantsAndSelf().Any(step => step is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }))
            : null;
    }

    /// <summary>The variables from outside that the code gives new values.</summary>
    public ImmutableArray<ISymbol> Changed(Submission submission, SyntaxNode code)
        => [.. Variables.Where(Writes.ToVariables(submission, code).Contains)];

    public string Parameters(Submission submission, SyntaxNode where)
        => string.Join(", ", Variables.Select(variable => $"{submission.Display(TypeOf(variable), where)} {variable.Name}"));

    public string Arguments => string.Join(", ", Variables.Select(variable => variable.Name));

    public static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    /// <summary>Whether an expression is worth a name: it computes something, and its type can be written down.</summary>
    public static bool IsCandidate(Submission submission, ExpressionSyntax expression)
        => expression is BinaryExpressionSyntax or InvocationExpressionSyntax or ConditionalExpressionSyntax
            && submission.TypeOf(expression) is { IsRefLikeType: false, SpecialType: not SpecialType.System_Void } type
            && HasName(type)
            && !submission.Model.GetConstantValue(expression).HasValue
            && (IsOperand(expression) || expression.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
                || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression))
            && !CapturedText.Covers(submission, expression);

    private static bool HasName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasName(array.ElementType),
        INamedTypeSymbol named => !named.IsAnonymousType && named.TypeKind != TypeKind.Error && named.TypeArguments.All(HasName),
        _ => type.TypeKind == TypeKind.TypeParameter,
    };

    private static bool IsOperand(ExpressionSyntax expression)
        => expression.Parent is ParenthesizedExpressionSyntax
            || (expression is InvocationExpressionSyntax && expression.Parent?.Kind() is SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression);

    private static bool IsInMethod(SyntaxNode code)
    {
        var method = code.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is { TypeParameterList: null, Parent: ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax }
            && !code.Ancestors().Any(node => node is QueryExpressionSyntax or CheckedStatementSyntax or CheckedExpressionSyntax or UnsafeStatementSyntax
                or ParameterListSyntax);
    }

    private static bool CanMove(IOperation code) => code.DescendantsAndSelf().All(step => step switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } => false,
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } => false,
        IReturnOperation => step.Syntax.Ancestors().TakeWhile(node => node != code.Syntax).Any(node => node is AnonymousFunctionExpressionSyntax),
        IAwaitOperation or ILocalFunctionOperation or ILabeledOperation or IBranchOperation { BranchKind: BranchKind.GoTo } => false,
        ILocalReferenceOperation { IsDeclaration: true } => false,
        IDeclarationPatternOperation => false,
        _ => true,
    });

    private static bool IsDeclaredIn(ISymbol variable, SyntaxNode code)
        => variable.DeclaringSyntaxReferences is [var reference] && code.Span.Contains(reference.Span);

    private static bool IsAssignedFromTheStart(ISymbol variable)
        => SyntaxFacts.GetKeywordKind(variable.Name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(variable.Name) == SyntaxKind.None
            && variable switch
            {
                IParameterSymbol parameter => parameter.RefKind == RefKind.None,
                ILocalSymbol { RefKind: RefKind.None, IsConst: false, DeclaringSyntaxReferences: [var reference] }
                    => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or ForEachStatementSyntax,
                _ => false,
            };

    /// <summary>Whether a lambda in the code would go on seeing a variable that changes, where a copy would not.</summary>
    private static bool CapturesChanging(Submission submission, SyntaxNode code)
        => code.DescendantNodesAndSelf().OfType<AnonymousFunctionExpressionSyntax>()
            .SelectMany(lambda => Reads.Of(submission, lambda).Variables)
            .Any(variable => !IsDeclaredIn(variable, code) && submission.IsReassigned(variable));
}
