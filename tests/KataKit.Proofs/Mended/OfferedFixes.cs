using System.Collections.Immutable;
using System.Reflection;
using KataKit.Grading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Proofs;

/// <summary>Applies the kit's code fixes to answers, as an editor does.</summary>
internal static class OfferedFixes
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. Assembly.Load("KataKit.CodeFixes").GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(ExportCodeFixProviderAttribute)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules that have a code fix.</summary>
    public static IReadOnlySet<string> Rules { get; } = Providers.SelectMany(x => x.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);

    /// <summary>The answer after the first fix that is offered for a finding; <see langword="null"/> where none is.</summary>
    public static async Task<string?> ApplyAsync(KataBuild build, string source, Diagnostic finding)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            build.Kata.Name,
            build.Kata.Name,
            LanguageNames.CSharp,
            compilationOptions: build.Compilation.Options,
            parseOptions: build.ParseOptions,
            metadataReferences: build.Compilation.References));
        foreach (var tree in build.Compilation.SyntaxTrees)
        {
            workspace.AddDocument(project.Id, Path.GetFileName(tree.FilePath), await tree.GetTextAsync());
        }

        var document = workspace.AddDocument(project.Id, "Answer.cs", SourceText.From(source));
        var root = await document.GetSyntaxTreeAsync();
        var there = Diagnostic.Create(
            finding.Descriptor, InTree(finding.Location), finding.AdditionalLocations.Select(InTree), finding.Properties.ToImmutableDictionary());
        var offered = new List<CodeAction>();
        foreach (var provider in Providers.Where(x => x.FixableDiagnosticIds.Contains(finding.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, there, (action, _) => offered.Add(action), CancellationToken.None));
        }

        if (offered.Count == 0)
        {
            return null;
        }

        var operations = await offered[0].GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();

        Location InTree(Location location) => Location.Create(root!, location.SourceSpan);
    }
}
