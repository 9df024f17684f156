using System.Reflection;
using Microsoft.CodeAnalysis;

namespace KataKit.Cli;

/// <summary>A rule of the kit: what it says of itself, and where it is written.</summary>
/// <param name="Descriptor">What an analyzer offers.</param>
/// <param name="Class">The name of its class.</param>
/// <param name="ClassPath">The file of its class, from the repository's root, with <c>/</c>.</param>
/// <param name="FixPath">The file of its code fix; <see langword="null"/> where there is none.</param>
internal sealed record KitRule(DiagnosticDescriptor Descriptor, string Class, string ClassPath, string? FixPath)
{
    private const string Rules = "analyzers/KataKit.Analyzers/Rules";
    private const string Fixes = "analyzers/KataKit.CodeFixes/Rules";

    /// <summary>The identifier.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The track, which is the category.</summary>
    public string Track => Descriptor.Category;

    /// <summary>Every rule, in order of identifier.</summary>
    /// <exception cref="CliException">A rule has no class, or its class no file of its own.</exception>
    public static IReadOnlyList<KitRule> All(KataLibrary library)
    {
        var analyzers = AttemptGrader.Analyzers();
        var classes = ClassesById(analyzers.Select(analyzer => analyzer.GetType().Assembly).Distinct());
        var rules = FilesBelow(library, Rules);
        var fixes = FilesBelow(library, Fixes);
        var all = new List<KitRule>();
        foreach (var rule in analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var name = classes.GetValueOrDefault(rule.Id)
                ?? throw Broken($"No class of the analyzers holds 'public const string Id = \"{rule.Id}\"'.");
            var file = Single(rules, name, Rules) ?? throw Broken($"'{Rules}' must hold a file {name}.cs: {name} is the class of {rule.Id}.");
            all.Add(new KitRule(rule, name, file, Single(fixes, name + "Fix", Fixes)));
        }

        return all;
    }

    private static Dictionary<string, string> ClassesById(IEnumerable<Assembly> assemblies)
        => assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetField("Id") is { IsLiteral: true })
            .ToDictionary(type => (string)type.GetField("Id")!.GetRawConstantValue()!, type => type.Name);

    private static ILookup<string, string> FilesBelow(KataLibrary library, string folder)
        => RepositoryText.Files(library, folder, "*.cs").ToLookup(path => Path.GetFileNameWithoutExtension(path));

    private static string? Single(ILookup<string, string> files, string name, string folder)
        => files[name].ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => throw Broken($"'{folder}' must hold {name}.cs once, not as {string.Join(" and ", several)}."),
        };

    private static CliException Broken(string message) => new(message, ExitCode.Internal);
}
