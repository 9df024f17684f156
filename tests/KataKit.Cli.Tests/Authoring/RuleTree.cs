namespace KataKit.Cli.Tests.Authoring;

/// <summary>A copy of what follows from rules, and of what it follows from, in a repository with one kata that is only a name.</summary>
internal sealed class RuleTree : IDisposable
{
    private static readonly string[] Parts =
    [
        "docs/rules", "docs/zh-Hans/rules", "analyzers/presets", "analyzers/KataKit.Analyzers/Rules", "analyzers/KataKit.CodeFixes/Rules",
        "analyzers/KataKit.Analyzers/AnalyzerReleases.Shipped.md", "analyzers/KataKit.Analyzers/AnalyzerReleases.Unshipped.md",
    ];

    private readonly TemporaryFolder _folder = new();

    public RuleTree()
    {
        Write("KataKit.sln", "");
        Write("katas/Foundations/Pca/Pca.csproj", "");
        foreach (var path in Parts.SelectMany(FilesOf))
        {
            Write(path, LearnersKit.Read(path));
        }
    }

    public string Read(string path) => File.ReadAllText(_folder.PathOf(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
        File.WriteAllText(_folder.PathOf(path), text);
    }

    public void Delete(string path) => File.Delete(_folder.PathOf(path));

    /// <summary>Puts one text for another in a file that holds it.</summary>
    public void Edit(string path, string from, string to)
    {
        var edited = Read(path).Replace(from, to, StringComparison.Ordinal);
        Write(path, edited != Read(path) ? edited : throw new ArgumentException($"'{path}' does not hold '{from}'.", nameof(from)));
    }

    /// <summary>What a derivation makes of the tree, by path.</summary>
    public IReadOnlyDictionary<string, string> Derive(IDerivation derivation) => Derive(derivation, _folder.Path);

    /// <summary>What a derivation makes of a repository, by path.</summary>
    public static IReadOnlyDictionary<string, string> Derive(IDerivation derivation, string root)
    {
        var host = new CliHost
        {
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Input = TextReader.Null,
            Time = new ManualTime(),
            CurrentDirectory = root,
            Variable = _ => null,
            Keyboard = null,
            Size = null,
            Builder = new DotnetKataBuilder(),
        };
        return derivation.Derive(KataLibrary.Find(root, host, Texts.For("en"))).ToDictionary(file => file.Path, file => file.Text);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> FilesOf(string part)
    {
        var path = Path.Combine(LearnersKit.Repository, part);
        return File.Exists(path)
            ? [part]
            : Directory.GetFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(LearnersKit.Repository, file));
    }
}
