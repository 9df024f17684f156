using System.Globalization;
using KataKit.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Trace;

/// <summary>
/// Prints what the interpreter knows after each statement of one method: <c>dotnet run --project tools/KataKit.Trace -- file.cs Attend</c>.
/// Of a state, what the statement changed is printed; calls that are followed are indented.
/// </summary>
internal static class TraceCommand
{
    private const int Done = 0;
    private const int Failed = 1;

    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;";

    /// <summary>Runs the command.</summary>
    /// <returns>0 when a method was traced, 1 for anything else; the reason is on <paramref name="error"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (arguments is not [var path, var name])
        {
            return Fail(error, "Usage: dotnet run --project tools/KataKit.Trace -- <file.cs> <Member>, or <Type.Member>.");
        }

        if (!File.Exists(path))
        {
            return Fail(error, $"There is no file '{path}'.");
        }

        var compilation = Compile(path);
        var errors = compilation.GetDiagnostics().Where(x => x.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            return Fail(error, $"'{path}' does not compile, so no rule looks at it:\n{string.Join("\n", errors)}");
        }

        var members = KataMember.In(compilation, compilation.SyntaxTrees[0]);
        var chosen = members.Where(x => name == x.Method.Name || name == $"{x.Method.ContainingType.Name}.{x.Method.Name}").ToList();
        if (chosen.Count == 0)
        {
            return Fail(error, members.Count == 0
                ? $"No type in '{path}' has a contract: none implements an interface with [Kata] or carries it itself."
                : $"There is no member '{name}'. There are: {string.Join(", ", members.Select(x => $"{x.Method.ContainingType.Name}.{x.Method.Name}"))}.");
        }

        foreach (var member in chosen)
        {
            Print(member, output);
        }

        return Done;
    }

    private static void Print(KataMember member, TextWriter output)
    {
        output.WriteLine(member.Method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        var known = StateText.Facts(member.Entry);
        foreach (var (subject, fact) in known)
        {
            output.WriteLine($"        {subject}: {fact}");
        }

        var outcome = Interpreter.Trace(member.Method, member.Entry, member.Bodies, LibraryModel.Default, member.Contract, point =>
        {
            var indent = new string(' ', 4 * point.Depth);
            var line = point.Statement.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}{line,5}  {FirstLine(point.Statement.Syntax)}"));
            if (point.State is null)
            {
                output.WriteLine($"{indent}        nothing goes on from here");
                return;
            }

            var facts = StateText.Facts(point.State);
            foreach (var change in StateText.Changes(known, facts))
            {
                output.WriteLine($"{indent}        {change}");
            }

            known = facts;
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(outcome.Refusal is { } reason ? $"refused: {reason}" : "complete")}, {outcome.Steps} steps"));
    }

    private static CSharpCompilation Compile(string path)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(x => MetadataReference.CreateFromFile(x));
        return CSharpCompilation.Create(
            "Traced",
            [CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path), CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string FirstLine(SyntaxNode node) => node.ToString().Split('\n')[0].Trim();

    private static int Fail(TextWriter error, string message)
    {
        error.WriteLine(message);
        return Failed;
    }
}
