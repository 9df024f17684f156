using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Grading;

/// <summary>The katas of a repository: every folder <c>katas/Track/X</c> that holds <c>X.csproj</c>.</summary>
public sealed class KataCatalogue
{
    private const string RootMarker = "KataKit.sln";

    private KataCatalogue(string root, IReadOnlyList<Kata> katas)
    {
        Root = root;
        Katas = katas;
    }

    /// <summary>The repository's root folder.</summary>
    public string Root { get; }

    /// <summary>The katas in ordinal order of their names.</summary>
    public IReadOnlyList<Kata> Katas { get; }

    /// <summary>Reads the catalogue of the repository that contains a folder.</summary>
    /// <param name="folder">The repository's root, or any folder below it.</param>
    /// <returns>The katas; at least one.</returns>
    /// <exception cref="DirectoryNotFoundException">No folder from <paramref name="folder"/> upwards is a KataKit repository.</exception>
    /// <exception cref="InvalidOperationException">The repository holds no kata, or two of one name.</exception>
    public static KataCatalogue Find(string folder)
    {
        var root = new DirectoryInfo(folder);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, RootMarker)))
        {
            root = root.Parent;
        }

        if (root is null)
        {
            throw new DirectoryNotFoundException(
                $"'{folder}' lies in no KataKit repository: neither it nor a folder above it holds {RootMarker}.");
        }

        var katas = new DirectoryInfo(Path.Combine(root.FullName, "katas")).EnumerateDirectories()
            .SelectMany(track => track.EnumerateDirectories(), (track, folder) => new Kata(folder.Name, track.Name, root.FullName))
            .Where(kata => File.Exists(Path.ChangeExtension(kata.StubPath, ".csproj")))
            .OrderBy(kata => kata.Name, StringComparer.Ordinal)
            .ToList();
        if (katas.GroupBy(kata => kata.Name).FirstOrDefault(named => named.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException(
                $"Two katas are called {twice.Key}: {string.Join(" and ", twice.Select(kata => kata.Folder))}. A name stands for one kata, whatever its track.");
        }

        return katas.Count > 0
            ? new KataCatalogue(root.FullName, katas)
            : throw new InvalidOperationException($"'{root.FullName}' holds no kata: there is no katas/Track/X/X.csproj.");
    }

    /// <summary>Tells from a text which kata it answers: the one whose contract a type in it implements.</summary>
    /// <param name="source">The text of an answer.</param>
    /// <returns>The kata; <see langword="null"/> where no type implements a contract, or several different ones.</returns>
    public Kata? Recognise(string source)
    {
        if (SourceGuard.Check(source) is not null)
        {
            return null;
        }

        var contracts = CompilerThread.RunAsync(() => BaseTypes(source)).GetAwaiter().GetResult();
        return Katas.Where(kata => contracts.Contains("I" + kata.Name)).ToList() is [var only] ? only : null;
    }

    /// <summary>Finds a kata by its name.</summary>
    /// <param name="name">The name of the kata's folder, as it is spelt on disk.</param>
    /// <returns>The kata.</returns>
    /// <exception cref="ArgumentException">There is no such kata; the message lists those that there are.</exception>
    public Kata Get(string name)
        => Katas.FirstOrDefault(kata => kata.Name == name)
            ?? throw new ArgumentException($"There is no kata '{name}'. There are: {string.Join(", ", Katas.Select(kata => kata.Name))}.", nameof(name));

    private static HashSet<string> BaseTypes(string source)
        => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
            .OfType<BaseTypeSyntax>()
            .Select(type => type.Type is QualifiedNameSyntax qualified ? qualified.Right : type.Type)
            .Select(type => type is SimpleNameSyntax simple ? simple.Identifier.ValueText : type.ToString())
            .ToHashSet();
}
