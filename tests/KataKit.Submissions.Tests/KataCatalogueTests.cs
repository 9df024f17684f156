using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Finding katas and reading their builds, and what is said where there are none.</summary>
public sealed class KataCatalogueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Katas_are_the_folders_with_a_project_of_their_name()
    {
        Create("KataKit.sln");
        Create("katas/Later/Zeta/Zeta.csproj");
        Create("katas/Early/Alpha/Alpha.csproj");
        Create("katas/Early/Notes/readme.md");
        Create("katas/Early/README.md");
        Create("tests/Submissions/Early/Alpha/wrong/B.cs");
        Create("tests/Submissions/Early/Alpha/wrong/A.diff");
        Create("tests/Submissions/Early/Alpha/wrong/notes.md");

        var catalogue = KataCatalogue.Find(Path.Combine(_folder.FullName, "tests"));

        Assert.Equal(["Alpha", "Zeta"], catalogue.Katas.Select(kata => kata.Name));
        Assert.Equal(["A", "B"], catalogue.Get("Alpha").Wrong.Select(answer => answer.Name));
        Assert.Empty(catalogue.Get("Alpha").Right);
        Assert.Contains("Alpha, Zeta", Assert.Throws<ArgumentException>(() => catalogue.Get("Beta")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_outside_a_repository_is_refused()
        => Assert.Throws<DirectoryNotFoundException>(() => KataCatalogue.Find(_folder.FullName));

    [Fact]
    public void A_repository_without_katas_is_refused()
    {
        Create("KataKit.sln");
        _folder.CreateSubdirectory("katas");

        Assert.Throws<InvalidOperationException>(() => KataCatalogue.Find(_folder.FullName));
    }

    [Fact]
    public void Two_katas_of_one_name_are_refused()
    {
        Create("KataKit.sln");
        Create("katas/Early/Alpha/Alpha.csproj");
        Create("katas/Later/Alpha/Alpha.csproj");

        var exception = Assert.Throws<InvalidOperationException>(() => KataCatalogue.Find(_folder.FullName));

        Assert.Contains("katas/Early/Alpha and katas/Later/Alpha", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kata_that_was_not_built_says_how_to_build_it()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => KataBuild.Read(new Kata("Alpha", "Early", _folder.FullName)));

        Assert.Contains("dotnet build kit/AnyKata", exception.Message, StringComparison.Ordinal);
    }

    private void Create(string path)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        file.Create().Dispose();
    }
}
