using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Mutations.Code;

/// <summary>What the value of a pure expression depends on.</summary>
/// <param name="Variables">Locals and parameters.</param>
/// <param name="Objects">Those of them whose elements or members count, beyond their sizes, which never change.</param>
/// <param name="Unnamed">Whether it also reads fields, or members of something that is not simply a variable.</param>
internal sealed record Reads(ImmutableHashSet<ISymbol> Variables, ImmutableHashSet<ISymbol> Objects, bool Unnamed)
{
    /// <summary>Whether only the variables themselves matter.</summary>
    public bool AreScalar => Objects.IsEmpty && !Unnamed;

    public static Reads Of(Submission submission, SyntaxNode node)
    {
        var variables = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var objects = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var unnamed = false;
        foreach (var operation in submission.Model.GetOperation(node)?.DescendantsAndSelf() ?? [])
        {
            if (operation is IFieldReferenceOperation { Field: { IsConst: false } and not { IsStatic: true, IsReadOnly: true } } or IInstanceReferenceOperation)
            {
                unnamed = true;
            }
            else if (Variable(operation) is { } variable)
            {
                variables.Add(variable);
                if (operation.Type is { IsReferenceType: true } or { IsRefLikeType: true } && !OnlyTellsSize(operation))
                {
                    objects.Add(variable);
                }
            }
        }

        return new Reads(variables.ToImmutable(), objects.ToImmutable(), unnamed);
    }

    /// <summary>The local or parameter that an operation names.</summary>
    public static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool OnlyTellsSize(IOperation instance) => instance.Parent switch
    {
        IPropertyReferenceOperation { Property: var property } => LinearAlgebra.IsSize(property) || IsArraySize(instance.Type, property.Name),
        IInvocationOperation { TargetMethod.Name: "GetLength", Instance: { } array } => array == instance,
        IConversionOperation { IsImplicit: true, Parent: IInvocationOperation { TargetMethod.Name: "GetLength" } } => true,
        IIsPatternOperation { Pattern: var pattern } => pattern.Syntax.DescendantNodesAndSelf().Any(part => part.IsKind(SyntaxKind.NullLiteralExpression)),
        _ => false,
    };

    private static bool IsArraySize(ITypeSymbol? type, string property)
        => property == "Length" && type is { TypeKind: TypeKind.Array } or { IsRefLikeType: true } or { SpecialType: SpecialType.System_String };
}
