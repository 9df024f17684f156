using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Which copies of the tests' libraries the workers load.</summary>
public sealed class PrecompiledAssembliesTests : IDisposable
{
    /// <summary>The runtime is compiled ahead of time; these tests are not.</summary>
    private static readonly string Compiled = typeof(object).Assembly.Location;

    private static readonly string Plain = typeof(PrecompiledAssembliesTests).Assembly.Location;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_compiled_copy_of_the_same_module_is_taken()
    {
        var copy = Copy(Compiled, Path.GetFileName(Compiled));

        Assert.Equal(copy, PrecompiledAssemblies.InPlaceOf(Compiled, _folder.FullName));
    }

    [Fact]
    public void A_copy_that_is_not_compiled_has_no_advantage()
    {
        Copy(Plain, Path.GetFileName(Plain));

        Assert.Equal(Plain, PrecompiledAssemblies.InPlaceOf(Plain, _folder.FullName));
    }

    [Fact]
    public void Another_module_of_the_same_name_is_left_alone()
    {
        Copy(Compiled, Path.GetFileName(Plain));

        Assert.Equal(Plain, PrecompiledAssemblies.InPlaceOf(Plain, _folder.FullName));
    }

    [Fact]
    public void What_is_no_assembly_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, Path.GetFileName(Plain)), "no assembly");

        Assert.Equal(Plain, PrecompiledAssemblies.InPlaceOf(Plain, _folder.FullName));
    }

    private string Copy(string path, string name)
    {
        var copy = Path.Combine(_folder.FullName, name);
        File.Copy(path, copy);
        return copy;
    }
}
