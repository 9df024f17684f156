using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Proofs;

/// <summary>Compiles learners' code as a kata project does: nullable, implicit usings, contracts and MathNet referenced.</summary>
internal static class KataCompilation
{
    /// <summary>The name of the file that holds the code under test.</summary>
    public const string FileName = "Kata.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs");

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(x => !Path.GetFileName(x).StartsWith("KataKit.", StringComparison.Ordinal) || Path.GetFileName(x) == "KataKit.Contracts.dll")
            .Select(x => MetadataReference.CreateFromFile(x)),
    ];

    // What is added to it shares its references, which are read and bound once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Kata", [Usings], References, Options);

    /// <summary>A project with one document, for analyzers and code fixes.</summary>
    /// <param name="source">The code under test.</param>
    /// <param name="withContracts">Whether the contracts are referenced.</param>
    public static Document Document(string source, bool withContracts = true)
    {
        var workspace = new AdhocWorkspace();
        var references = withContracts ? References : References.Where(x => !x.Display!.Contains("KataKit.", StringComparison.Ordinal));
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Kata",
            "Kata",
            LanguageNames.CSharp,
            compilationOptions: Options,
            parseOptions: ParseOptions,
            metadataReferences: references));
        workspace.AddDocument(project.Id, "Usings.cs", SourceText.From(ImplicitUsings));
        return workspace.AddDocument(project.Id, FileName, SourceText.From(source));
    }

    /// <summary>A compilation of one file, for analyzers alone: quicker than a project.</summary>
    public static CSharpCompilation Compile(string source)
        => Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, FileName));

    /// <summary>The compiler's errors in a document's project.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Errors(Document document)
        => [.. (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(x => x.Severity == DiagnosticSeverity.Error)];
}
