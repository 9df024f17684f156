using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Mutations.Tests;

/// <summary>Source that is compiled in memory, as the build compiles a kata.</summary>
internal sealed class Program
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;",
        Options);

    // What a kata may use. Emitting against the whole framework takes twice as long.
    private static readonly string[] References =
        ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Console", "System.Text", "System.Threading",
            "netstandard", "MathNet.Numerics", "KataKit."];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Program",
        [ImplicitUsings],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Array.Exists(References, name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

    private Program(SyntaxTree tree, IEnumerable<SyntaxTree> others)
    {
        Tree = tree;
        Compilation = Empty.AddSyntaxTrees([tree, .. others]);
    }

    public SyntaxTree Tree { get; }

    public CSharpCompilation Compilation { get; }

    public IEnumerable<string> Errors
        => Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    public Submission Submission => new(Compilation, Tree);

    public static Program Of(string source, params IEnumerable<string> others)
        => new(CSharpSyntaxTree.ParseText(source, Options), others.Select(other => CSharpSyntaxTree.ParseText(other, Options)));

    /// <summary>Compiles and loads the program, and lets it be unloaded again.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public T Run<T>(Func<Assembly, T> use)
    {
        using var image = new MemoryStream();
        if (!Compilation.Emit(image).Success)
        {
            throw new InvalidOperationException($"{string.Join('\n', Errors)}\n{Tree}");
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("Program", isCollectible: true);
        try
        {
            return use(context.LoadFromStream(image));
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The result of <c>Sample.Run()</c>.</summary>
    public double[] Run() => Run(assembly => (double[])assembly.GetType("Sample", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!);
}
