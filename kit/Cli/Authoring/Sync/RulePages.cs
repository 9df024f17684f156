namespace KataKit.Cli;

/// <summary>Where the page of each rule lies.</summary>
internal static class RulePages
{
    /// <summary>The pages by the rules' identifiers, as paths below the folder of the documentation: <c>rules/Attention/KATA1001.md</c>.</summary>
    public static IReadOnlyDictionary<string, string> In(string root, string docs)
    {
        var folder = Path.Combine(root, docs);
        return Directory.EnumerateFiles(Path.Combine(folder, "rules"), "KATA*.md", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'));
    }
}
