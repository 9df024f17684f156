using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>
/// The tests of a class as its metadata tells them. The grader holds them against the tests that the worker announces, so that an
/// answer cannot pass with fewer.
/// </summary>
public static class SpecTests
{
    private const string FactAttribute = "Xunit.FactAttribute";

    /// <summary>Lists the test methods of a class and its base classes.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The names of the methods that carry a fact, a theory or an attribute derived from them; in ordinal order, each once.</returns>
    public static ImmutableArray<string> MethodsOf(INamedTypeSymbol type)
        => [.. BaseTypesAndSelf(type)
            .SelectMany(declaring => declaring.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(IsTest))
            .Select(method => method.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>
    /// Tells whether a class of tests inherits from a class of its own compilation. A type of an answer's source hides one of the same name
    /// in a reference, so that an answer could bring a spec that it passes.
    /// </summary>
    internal static bool IsReplaced(INamedTypeSymbol tests)
        => tests.BaseType is { } spec
            && BaseTypesAndSelf(spec).Any(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, tests.ContainingAssembly));

    /// <summary>Lists the members of the contract that a spec tests, in the order of their declaration.</summary>
    /// <param name="spec">The spec's class, generic over the answer.</param>
    /// <returns>The names of the methods and properties of the interfaces that constrain its type parameter.</returns>
    public static ImmutableArray<string> ContractMembersOf(INamedTypeSymbol spec)
        => [.. spec.TypeParameters
            .SelectMany(parameter => parameter.ConstraintTypes)
            .SelectMany(constraint => constraint.AllInterfaces.Prepend((INamedTypeSymbol)constraint))
            .SelectMany(contract => contract.GetMembers())
            .Where(member => member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
            .Select(member => member is IPropertySymbol { IsIndexer: true } ? "Item" : member.Name)
            .Distinct()];

    private static bool IsTest(AttributeData attribute)
        => attribute.AttributeClass is { } type && BaseTypesAndSelf(type).Any(candidate => candidate.ToDisplayString() == FactAttribute);

    private static IEnumerable<INamedTypeSymbol> BaseTypesAndSelf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
