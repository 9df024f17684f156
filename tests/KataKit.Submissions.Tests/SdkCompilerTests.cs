using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Which SDK's compiler a program takes.</summary>
public sealed class SdkCompilerTests : IDisposable
{
    private static readonly Version Runtime = new(10, 0, 12);

    private readonly DirectoryInfo _dotnet = Directory.CreateTempSubdirectory("katakit");

    public void Dispose() => _dotnet.Delete(recursive: true);

    [Fact]
    public void The_newest_one_counts_and_not_the_last_in_the_alphabet()
    {
        Install("10.0.99");
        Install("10.0.401");

        Assert.Equal(Compiler("10.0.401"), SdkCompiler.FindBelow(_dotnet.FullName, Runtime));
    }

    [Fact]
    public void One_for_another_runtime_is_left_alone()
    {
        Install("9.0.300");
        Install("10.0.100");
        Install("11.0.100-preview.2");

        Assert.Equal(Compiler("10.0.100"), SdkCompiler.FindBelow(_dotnet.FullName, Runtime));
    }

    [Fact]
    public void A_preview_gives_way_to_its_release()
    {
        Install("10.0.100-rc.1.25451.107");
        Install("10.0.100");

        Assert.Equal(Compiler("10.0.100"), SdkCompiler.FindBelow(_dotnet.FullName, Runtime));
    }

    [Fact]
    public void A_folder_without_a_compiler_is_no_sdk()
    {
        Install("10.0.100");
        _dotnet.CreateSubdirectory("sdk/10.0.200");
        _dotnet.CreateSubdirectory("sdk/NuGetFallbackFolder");

        Assert.Equal(Compiler("10.0.100"), SdkCompiler.FindBelow(_dotnet.FullName, Runtime));
    }

    [Fact]
    public void Where_there_is_no_sdk_there_is_none() => Assert.Null(SdkCompiler.FindBelow(_dotnet.FullName, Runtime));

    private void Install(string sdk) => Directory.CreateDirectory(Compiler(sdk));

    private string Compiler(string sdk) => Path.Combine(_dotnet.FullName, "sdk", sdk, "Roslyn", "bincore");
}
