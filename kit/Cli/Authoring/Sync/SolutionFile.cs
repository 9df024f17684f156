using System.Security.Cryptography;
using System.Text;

namespace KataKit.Cli;

/// <summary><c>KataKit.sln</c>: every project, in the folders in which it lies. The identifiers come from the places, so nobody has to keep them.</summary>
internal sealed class SolutionFile : IDerivation
{
    public const string Name = "KataKit.sln";

    private const string FolderKind = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";
    private const string ProjectKind = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    private static readonly string[] Configurations = ["Debug|Any CPU", "Release|Any CPU"];

    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var projects = ProjectFiles.In(library.Root);

        // The folder of a project that has one for itself would only repeat its name.
        var folders = projects.Select(project => ParentOf(ParentOf(project)!)).SelectMany(Ancestors).Distinct().Order(StringComparer.Ordinal).ToList();
        yield return new DerivedFile(Name, Text(projects, folders));
    }

    private static string Text(IReadOnlyList<string> projects, IReadOnlyList<string> folders)
    {
        var text = new StringBuilder();
        Line("");
        Line("Microsoft Visual Studio Solution File, Format Version 12.00");
        Line("# Visual Studio Version 17");
        Line("VisualStudioVersion = 17.0.31903.59");
        Line("MinimumVisualStudioVersion = 10.0.40219.1");
        foreach (var folder in folders)
        {
            Line($"Project(\"{FolderKind}\") = \"{NameOf(folder)}\", \"{NameOf(folder)}\", \"{IdOf(folder)}\"");
            Line("EndProject");
        }

        foreach (var project in projects)
        {
            Line($"Project(\"{ProjectKind}\") = \"{NameOf(project)[..^".csproj".Length]}\", \"{project.Replace('/', '\\')}\", \"{IdOf(project)}\"");
            Line("EndProject");
        }

        Line("Global");
        Line("\tGlobalSection(SolutionConfigurationPlatforms) = preSolution");
        foreach (var configuration in Configurations)
        {
            Line($"\t\t{configuration} = {configuration}");
        }

        Line("\tEndGlobalSection");
        Line("\tGlobalSection(ProjectConfigurationPlatforms) = postSolution");
        foreach (var (project, configuration) in projects.SelectMany(_ => Configurations, (project, configuration) => (project, configuration)))
        {
            Line($"\t\t{IdOf(project)}.{configuration}.ActiveCfg = {configuration}");
            if (!IsKata(project))
            {
                Line($"\t\t{IdOf(project)}.{configuration}.Build.0 = {configuration}");
            }
        }

        Line("\tEndGlobalSection");
        Line("\tGlobalSection(SolutionProperties) = preSolution");
        Line("\t\tHideSolutionNode = FALSE");
        Line("\tEndGlobalSection");
        Line("\tGlobalSection(NestedProjects) = preSolution");
        foreach (var (child, parent) in folders.Select(folder => (folder, ParentOf(folder))).Concat(projects.Select(project => (project, ParentOf(ParentOf(project)!)))))
        {
            if (parent is not null)
            {
                Line($"\t\t{IdOf(child)} = {IdOf(parent)}");
            }
        }

        Line("\tEndGlobalSection");
        Line("EndGlobal");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Whether it is a learner's project. Those are built by themselves: a build of everything is about the kit, and does not wait for each of them.</summary>
    private static bool IsKata(string project) => project.StartsWith("katas/", StringComparison.Ordinal);

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (var current = folder; current is not null; current = ParentOf(current))
        {
            yield return current;
        }
    }

    private static string? ParentOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : null;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string IdOf(string path) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();
}
