using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Grading;

/// <summary>
/// Derives a kata's stub from its solution: what is public stays, as it is written there; bodies become
/// <c>throw new NotImplementedException()</c>; comments other than documentation go, and with them every using that is needed no more.
/// </summary>
public sealed class StubWriter
{
    private const string UnnecessaryUsing = "CS8019";
    private const string ContractsFile = "KataKit.Contracts.dll";

    private readonly CSharpParseOptions _options;
    private readonly CSharpCompilation _references;

    private StubWriter(CSharpParseOptions options, CSharpCompilation references)
    {
        // Names in documentation count as uses only where the compiler looks into documentation.
        _options = options.WithDocumentationMode(DocumentationMode.Diagnose);
        _references = references;
    }

    /// <summary>Writes the stub of one kata.</summary>
    /// <param name="build">The kata's build, which tells the references and the language version.</param>
    public static StubWriter Of(KataBuild build) => new(build.ParseOptions, build.Compilation);

    /// <summary>Writes the stubs of all katas over the build of any: what they reference differs in the contracts alone.</summary>
    /// <param name="build">The build.</param>
    /// <param name="contracts">The source files of the contracts, which take the place of the library that was built of older ones, perhaps.</param>
    public static StubWriter Over(KataBuild build, IEnumerable<string> contracts)
    {
        var built = build.Compilation.References.Where(reference => Path.GetFileName(reference.Display) == ContractsFile);
        var sources = contracts.Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), build.ParseOptions, path));
        return new StubWriter(build.ParseOptions, build.Compilation.RemoveReferences(built).AddSyntaxTrees(sources));
    }

    /// <summary>Writes the stub.</summary>
    /// <param name="solution">The text of the solution: usings, a file-scoped namespace, types.</param>
    /// <returns>The text of the stub, with <c>\n</c> between lines.</returns>
    /// <exception cref="FormatException">The solution has syntax errors, or no file-scoped namespace.</exception>
    public string Write(string solution)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(solution.ReplaceLineEndings("\n"), Encoding.UTF8), _options);
        if (tree.GetDiagnostics().FirstOrDefault() is { } error)
        {
            throw new FormatException($"The solution cannot be parsed: {error}");
        }

        var root = tree.GetCompilationUnitRoot();
        var usings = root.Usings.Select(directive => directive.ToString()).ToList();
        var body = Body(root);
        var stub = CSharpSyntaxTree.ParseText(SourceText.From(Compose(usings, body), Encoding.UTF8), _options);
        var model = _references.AddSyntaxTrees(stub).GetSemanticModel(stub);
        var unnecessary = model.GetDiagnostics()
            .Where(diagnostic => diagnostic.Id == UnnecessaryUsing)
            .Select(diagnostic => stub.GetRoot().FindNode(diagnostic.Location.SourceSpan).ToString())
            .ToHashSet();
        return Compose(usings.Where(text => !unnecessary.Contains(text)), body);
    }

    private static string Body(CompilationUnitSyntax root)
    {
        if (root.Members is not [FileScopedNamespaceDeclarationSyntax scope] || scope.Usings.Count > 0)
        {
            throw new FormatException("A solution is one file-scoped namespace with its usings above it.");
        }

        var types = scope.Members.Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(StubText.OfTopLevel);
        return $"namespace {scope.Name};\n\n{string.Join("\n", types)}";
    }

    private static string Compose(IEnumerable<string> usings, string body)
    {
        var lines = string.Concat(usings.Select(text => text + "\n"));
        return lines.Length > 0 ? $"{lines}\n{body}" : body;
    }
}
