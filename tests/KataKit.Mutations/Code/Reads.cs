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
    private const int CallDepth = 3;

    /// <summary>Whether only the variables themselves matter.</summary>
    public bool AreScalar => Objects.IsEmpty && !Unnamed;

    public static Reads Of(Submission submission, SyntaxNode node) => Of(submission, node, CallDepth);

    /// <summary>The local or parameter that an operation names.</summary>
    public static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static Reads Of(Submission submission, SyntaxNode node, int depth)
    {
        var variables = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var objects = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var unnamed = false;
        foreach (var operation in submission.Model.GetOperation(node)?.DescendantsAndSelf() ?? [])
        {
            if (Variable(operation) is { } variable)
            {
                variables.Add(variable);
                if (operation.Type is { IsReferenceType: true } or { IsRefLikeType: true } && !OnlyTellsSize(operation))
                {
                    objects.Add(variable);
                }
            }
            else if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: [var reference] } method })
            {
                var inner = depth > 0 && reference.SyntaxTree == node.SyntaxTree ? OfCall(submission, method, reference, depth - 1) : null;
                variables.UnionWith(inner?.Variables ?? []);
                objects.UnionWith(inner?.Objects ?? []);
                unnamed |= inner?.Unnamed ?? true;
            }
            else
            {
                unnamed |= ReadsState(operation);
            }
        }

        return new Reads(variables.ToImmutable(), objects.ToImmutable(), unnamed);
    }

    /// <summary>What a call depends on beside its arguments: fields, and the variables that a local function shares with its method.</summary>
    private static Reads OfCall(Submission submission, IMethodSymbol method, SyntaxReference declaration, int depth)
    {
        var all = Of(submission, declaration.GetSyntax(), depth);
        return method.MethodKind == MethodKind.LocalFunction
            ? new Reads(all.Variables.Where(IsShared).ToImmutableHashSet(SymbolEqualityComparer.Default), all.Objects.Where(IsShared).ToImmutableHashSet(SymbolEqualityComparer.Default), all.Unnamed)
            : new Reads([], [], all.Unnamed);

        bool IsShared(ISymbol variable) => !variable.DeclaringSyntaxReferences.Any(at => declaration.Span.Contains(at.Span));
    }

    private static bool ReadsState(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IFieldReferenceOperation { Field: var field } => !field.IsConst && !(field.IsStatic && field.IsReadOnly && field.Type.IsValueType),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => !LinearAlgebra.IsPart(property.ContainingType),
        _ => false,
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
