using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests;

/// <summary>When the tests of the katas are built again.</summary>
public sealed class KataBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kit/Contracts/Foundations/Pca/IPca.cs", true)]
    [InlineData("tests/Specs/Foundations/Pca/PcaSpec.cs", true)]
    [InlineData("tests/Specs/Checking/Close.cs", true)]
    [InlineData("tests/Specs/Directory.Build.props", true)]
    [InlineData("Directory.Packages.props", true)]
    [InlineData("katas/Directory.Build.targets", true)]
    [InlineData("kit/AnyKata/Directory.Build.targets", true)]
    [InlineData("kit/AnyKata/KataKit.AnyKata.csproj", true)]
    [InlineData("katas/Foundations/Pca/Pca.cs", false)]
    [InlineData("kit/Contracts/obj/Debug/Generated.cs", false)]
    [InlineData("docs/architecture.md", false)]
    public void A_change_of_what_the_build_reads_means_another_build_and_the_learners_file_does_not(string path, bool builds)
    {
        Write("kit/Contracts/KataAttribute.cs", "one");
        Write(path, "one");
        var before = DotnetKataBuilder.Fingerprint(_folder.Path);
        DotnetKataBuilder.Fingerprint(_folder.Path).Should().Be(before);

        Write(path, "another");

        DotnetKataBuilder.Fingerprint(_folder.Path).Equals(before, StringComparison.Ordinal).Should().Be(!builds);
    }

    private void Write(string path, string text)
    {
        var full = _folder.PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
