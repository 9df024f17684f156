using System.Reflection;
using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Which build the grader reads.</summary>
public sealed class KataBuildTests : IDisposable
{
    private static readonly Kata Kata = Evidence.Catalogue.Get("SelfAttention");
    private static readonly string Configuration = typeof(KataBuildTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-build-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_is_the_last_one_whatever_its_configuration()
    {
        Build("Debug", DateTime.UtcNow.AddHours(1));
        Assert.Contains("BUILT_AS_Debug", Symbols());

        Build("Release", DateTime.UtcNow.AddHours(2));
        Assert.Contains("BUILT_AS_Release", Symbols());

        Build("Debug", DateTime.UtcNow.AddHours(3));
        Assert.Contains("BUILT_AS_Debug", Symbols());
    }

    [Fact]
    public void Without_one_it_is_told_how_to_make_one()
    {
        Assert.Contains("dotnet build kit/AnyKata", Assert.Throws<InvalidOperationException>(Symbols).Message, StringComparison.Ordinal);

        Directory.CreateDirectory(BuildFolder(_folder.FullName, "Debug"));

        Assert.Contains("dotnet build kit/AnyKata", Assert.Throws<InvalidOperationException>(Symbols).Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Symbols() => KataBuild.Read(Kata with { Root = _folder.FullName }).ParseOptions.PreprocessorSymbolNames;

    /// <summary>Writes what a build of a configuration would: here the arguments of the build beside these tests, and a symbol.</summary>
    private void Build(string configuration, DateTime written)
    {
        var (from, to) = (BuildFolder(Kata.Root, Configuration), BuildFolder(_folder.FullName, configuration));
        Directory.CreateDirectory(to);
        var arguments = Path.Combine(to, "kata.compile.rsp");
        File.WriteAllLines(arguments, File.ReadLines(Path.Combine(from, "kata.compile.rsp")).Append($"/define:BUILT_AS_{configuration}"));
        File.SetLastWriteTimeUtc(arguments, written);
        foreach (var file in new[] { "kata.runtime.txt", "kata.tests.txt" })
        {
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }
    }

    private static string BuildFolder(string root, string configuration) => Path.Combine(root, KataBuild.Project, "obj", configuration);
}
