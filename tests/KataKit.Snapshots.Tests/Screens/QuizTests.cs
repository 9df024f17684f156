using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>Questions and pages of rules.</summary>
public sealed class QuizTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task Questions_are_asked_and_rules_explained(string language)
    {
        using var kit = new LearnersKit();
        kit.Copy("docs/interview-questions.yml");
        kit.Copy("docs/rules/Attention/KATA1001.md");
        kit.Copy("docs/zh-Hans/rules/Attention/KATA1001.md");
        var transcript = new Transcript(kit, language);
        string[] quiz = ["quiz", "--topic", LearnersKit.LinkedList, "--count", "3"];
        await transcript.RunAsync(quiz, input: "\n3\n\nmaybe\n1\nq\n", change: text => text);
        await transcript.RunAsync("explain", "KATA1001");

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"quiz-and-rules.{language}");
    }
}
