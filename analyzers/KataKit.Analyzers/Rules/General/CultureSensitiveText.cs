using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0005: text is compared, searched, sorted or changed by the rules of a culture. Judged in katas alone, where text is data: in other
/// code a sentence may well be sorted as its reader expects.
/// </summary>
internal sealed class CultureSensitiveText : GraphRule
{
    public const string Id = "KATA0005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly ImmutableHashSet<string> SortingTypes =
        ImmutableHashSet.Create("SortedDictionary", "SortedList", "SortedSet", "PriorityQueue");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Contract is null ? [] : program.Everywhere.SelectMany(x => x.Events).Select(Judge).OfType<Diagnostic>();

    private static Diagnostic? Judge(GraphEvent happening)
        => happening switch
        {
            { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.Call, Symbol: IMethodSymbol method } call } => JudgeCall(call, method, happening.Site),
            { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.New, Type: INamedTypeSymbol type } created } => JudgeNew(created, type, happening.Site),
            { Kind: GraphEventKind.Read, Place.Member: IPropertySymbol { IsStatic: true } property } => JudgeComparer(property, happening.Site),
            _ => null,
        };

    private static Diagnostic? JudgeCall(Term call, IMethodSymbol method, IOperation site)
    {
        if (call.Operands.FirstOrDefault(x => x is { Type.Name: "StringComparison", Constant.HasValue: true }) is { } comparison)
        {
            return comparison.Constant.Value is int and <= 3 && comparison.Site is { } named
                ? Report(named, named.Syntax, FixProperties.Replacement, (int)comparison.Constant.Value! % 2 == 1 ? "StringComparison.OrdinalIgnoreCase" : "StringComparison.Ordinal")
                : null;
        }

        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return JudgeText(call, method, site);
        }

        var sorted = method.ContainingType.ToDisplayString() switch
        {
            "System.Linq.Enumerable" => KeyOf(method, site),
            "System.Array" or "System.MemoryExtensions" when method.Name is "Sort" or "BinarySearch" => ((site as IInvocationOperation)?.TargetMethod.TypeArguments)?.FirstOrDefault(),
            "System.Collections.Generic.List<T>" when method.Name is "Sort" or "BinarySearch" => (call.Operands[0].Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(),
            _ => null,
        };
        return IsSortedByCulture(sorted) && !method.Parameters.Any(x => x.Type.Name is "IComparer" or "Comparison")
            ? Report(site, NameIn(site.Syntax), FixProperties.Argument, sorted!.SpecialType == SpecialType.System_String ? "StringComparer.Ordinal" : null)
            : null;
    }

    private static Diagnostic? JudgeText(Term call, IMethodSymbol method, IOperation site)
    {
        var takesText = method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType is SpecialType.System_String or SpecialType.System_Object;
        switch (method.Name)
        {
            case "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" when takesText:
                return Report(site, NameIn(site.Syntax), FixProperties.Argument, method.Parameters.Any(x => x.Type.SpecialType == SpecialType.System_Boolean) ? null : "StringComparison.Ordinal");
            case "Compare":
                return Report(site, NameIn(site.Syntax), FixProperties.Argument, method.Parameters.Any(x => x.Type.SpecialType == SpecialType.System_Boolean) ? null : "StringComparison.Ordinal");
            case "CompareTo":
                return Report(site, NameIn(site.Syntax), FixProperties.CompareOrdinal, method.Parameters[0].Type.SpecialType == SpecialType.System_String ? "string.CompareOrdinal" : null);
            case "ToLower" or "ToUpper" when method.Parameters.Length == 0 && IsText(call.Operands[0]):
                return Report(site, NameIn(site.Syntax), FixProperties.Replacement, method.Name + "Invariant");
            default:
                return null;
        }
    }

    // Digits and literals have no letters that a culture would write differently.
    private static bool IsText(Term term) => term.Kind is not TermKind.Constant && term is not { Kind: TermKind.Call, Symbol.Name: "ToString" };

    private static ITypeSymbol? KeyOf(IMethodSymbol method, IOperation site)
    {
        if (site is not IInvocationOperation { TargetMethod.TypeArguments: { Length: > 0 } types })
        {
            return null;
        }

        return method.Name switch
        {
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" => types.Last(),
            "Order" or "OrderDescending" => types[0],
            "Min" or "Max" => site.Type,
            _ => null,
        };
    }

    private static Diagnostic? JudgeNew(Term created, INamedTypeSymbol type, IOperation site)
    {
        if (!SortingTypes.Contains(type.Name) || type.ContainingNamespace.ToDisplayString() != "System.Collections.Generic")
        {
            return null;
        }

        var key = type.Name == "PriorityQueue" ? type.TypeArguments.Last() : type.TypeArguments[0];
        var hasComparer = created.Symbol is IMethodSymbol { Parameters: var parameters } && parameters.Any(x => x.Type.Name == "IComparer");
        var syntax = site.Syntax is BaseObjectCreationExpressionSyntax { ArgumentList: not null } ? "StringComparer.Ordinal" : null;
        return IsSortedByCulture(key) && !hasComparer
            ? Report(site, site.Syntax, FixProperties.Argument, key.SpecialType == SpecialType.System_String ? syntax : null)
            : null;
    }

    private static Diagnostic? JudgeComparer(IPropertySymbol property, IOperation site)
    {
        var isOfText = site is IPropertyReferenceOperation { Property.ContainingType.TypeArguments: { Length: 1 } types } && types[0].SpecialType == SpecialType.System_String;
        var ordinal = (property.ContainingType.Name, property.Name) switch
        {
            ("StringComparer", "CurrentCulture" or "InvariantCulture") => "StringComparer.Ordinal",
            ("StringComparer", "CurrentCultureIgnoreCase" or "InvariantCultureIgnoreCase") => "StringComparer.OrdinalIgnoreCase",
            ("Comparer", "Default") when isOfText => "StringComparer.Ordinal",
            _ => null,
        };
        return ordinal is null ? null : Report(site, site.Syntax, FixProperties.Replacement, ordinal);
    }

    /// <summary>Whether the order of a type without a comparer is that of the culture: text, and tuples with text in them.</summary>
    private static bool IsSortedByCulture(ITypeSymbol? type)
        => type?.SpecialType == SpecialType.System_String || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(x => IsSortedByCulture(x.Type)));

    private static SyntaxNode NameIn(SyntaxNode call)
        => call is InvocationExpressionSyntax { Expression: var called }
            ? called switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                MemberBindingExpressionSyntax binding => binding.Name,
                _ => called,
            }
            : call;

    private static Diagnostic Report(IOperation site, SyntaxNode place, string property, string? value)
    {
        var properties = value is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(property, value);
        return Diagnostic.Create(Rule, place.GetLocation(), [site.Syntax.GetLocation()], properties, place.ToString());
    }
}
