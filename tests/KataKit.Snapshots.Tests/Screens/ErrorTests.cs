using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>What the command says where it cannot do what it was asked for.</summary>
public sealed class ErrorTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task A_mistake_is_told_with_a_way_on(string language)
    {
        using var kit = new LearnersKit();
        kit.Copy("docs/rules/Attention/KATA1001.md");
        var transcript = new Transcript(kit, language);
        string[][] commands =
        [
            ["show"], ["show", "cnn"], ["list", "--track", "cooking"], ["explain", "KATA9999"], ["explain"], ["walk"],
            ["history"], ["stats"], ["review"], ["report"], ["finish"], ["pause"], ["solution", "reverse"],
            ["start", "reverse", "quickly"], ["start", "reverse", "--minutes", "0"], ["hint", "Sort", "--kata", "reverse"],
            ["quiz", "--topic", "cooking"], ["answer", "nobody"], ["grade", "nobody.cs"], ["grade", ".", "--format", "pdf"],
            ["new", "../evil", "--track", "Training"], ["new", "LayerNorm", "--track", "cooking"],
            ["start", "reverse", "--interview", "--no-watch"],
            ["start", "self", "--no-watch"], ["hint"], ["pause"], ["quiz", "--topic", LearnersKit.LinkedList], ["solution"],
        ];
        foreach (var command in commands)
        {
            await transcript.RunAsync(command);
        }

        await transcript.RunWideAsync("list", "--root", Path.GetTempPath());

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"errors.{language}");
    }
}
