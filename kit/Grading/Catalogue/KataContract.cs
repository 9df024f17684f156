using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Grading;

/// <summary>What a kata's contract says of itself. It is read from its source, for whoever writes a kata has not built it yet.</summary>
/// <param name="Id">The kata's identifier: the argument of <c>[Kata("…")]</c>.</param>
/// <param name="Members">
/// The names of its methods and properties as they are declared, each once. <see cref="SpecTests.ContractMembersOf"/> gives the same of a build.
/// </param>
public sealed record KataContract(string Id, IReadOnlyList<string> Members)
{
    /// <summary>Reads the contract of a kata.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is no contract; the message names it.</exception>
    public static KataContract Read(Kata kata)
        => CompilerThread.RunAsync(() => Parse(File.ReadAllText(kata.ContractPath), kata)).GetAwaiter().GetResult();

    private static KataContract Parse(string source, Kata kata)
    {
        var tree = CSharpSyntaxTree.ParseText(source);
        if (tree.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new FormatException($"'{kata.ContractPath}' is no C#: {error}");
        }

        var contract = tree.GetRoot().DescendantNodes().OfType<InterfaceDeclarationSyntax>()
            .FirstOrDefault(type => type.Identifier.ValueText == "I" + kata.Name)
            ?? throw new FormatException($"'{kata.ContractPath}' must declare the interface I{kata.Name}.");
        var mark = contract.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => attribute.Name.ToString() == "Kata");
        var id = (mark?.ArgumentList?.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax)?.Token.ValueText;
        return string.IsNullOrWhiteSpace(id)
            ? throw new FormatException($"'{kata.ContractPath}' must mark I{kata.Name} with [Kata(\"…\")]: the kata's identifier.")
            : new KataContract(id, [.. contract.Members.Select(NameOf).OfType<string>().Distinct()]);
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        IndexerDeclarationSyntax => "Item",
        _ => null,
    };
}
