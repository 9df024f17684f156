using KataKit.Cli.Tests;
using KataKit.Grading;
using KataKit.Snapshots.Tests.Screens;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests;

/// <summary>The tasks of all katas, as <c>kata show</c> puts them on a screen of 80 columns.</summary>
public sealed class TaskTests
{
    public static TheoryData<string> Katas => [.. KataCatalogue.Find(LearnersKit.Repository).Katas.Select(kata => kata.Name)];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task A_task_is_put_as_an_interviewer_would(string name)
    {
        using var kit = new LearnersKit();
        var kata = KataCatalogue.Find(LearnersKit.Repository).Get(name);
        foreach (var file in new[] { name + ".csproj", name + ".cs", "README.md", "README.zh-CN.md" })
        {
            kit.Copy($"{kata.Folder}/{file}");
        }

        foreach (var language in Languages.All)
        {
            var transcript = new Transcript(kit, language);
            await transcript.RunAsync("show", name);
            await Verify(transcript.ToString()).UseDirectory("texts/tasks").UseFileName($"{name}.{language}");
        }
    }
}
