using System.Reflection;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>A rule as the catalogue sees it: what an analyzer says that it reports, and the classes that belong to it.</summary>
/// <param name="Descriptor">The descriptor that an analyzer offers.</param>
/// <param name="Class">The class with <c>const string Id</c> of this value; <see langword="null"/> where there is none.</param>
/// <param name="Fix">The code fix for it; <see langword="null"/> where there is none.</param>
internal sealed record CataloguedRule(DiagnosticDescriptor Descriptor, Type? Class, Type? Fix)
{
    /// <summary>Every descriptor of every analyzer, in order of identifier.</summary>
    public static IReadOnlyList<CataloguedRule> All { get; } =
    [
        .. Findings.Analyzers.SelectMany(x => x.SupportedDiagnostics)
            .OrderBy(x => x.Id, StringComparer.Ordinal)
            .Select(x => new CataloguedRule(x, ClassOf(x.Id), FixOf(x.Id))),
    ];

    /// <summary>The rule's identifier.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The rule of an identifier.</summary>
    public static CataloguedRule Of(string id) => All.First(x => x.Id == id);

    private static Type? ClassOf(string id)
        => Findings.Analyzers[0].GetType().Assembly.GetTypes()
            .SingleOrDefault(x => x.GetField("Id", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field && id.Equals(field.GetRawConstantValue()));

    private static Type? FixOf(string id)
        => Verify.Fixes.SingleOrDefault((CodeFixProvider x) => x.FixableDiagnosticIds.Contains(id))?.GetType();
}
