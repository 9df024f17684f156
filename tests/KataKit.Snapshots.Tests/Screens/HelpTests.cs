using KataKit.Cli;
using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary><c>--help</c> of the command and of each of its parts.</summary>
public sealed class HelpTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task Every_command_tells_what_it_takes(string language)
    {
        using var kit = new LearnersKit();
        var transcript = new Transcript(kit, language);
        await transcript.RunAsync("--help");
        foreach (var command in KataCommandLine.Create(new CommandOptions(host: null!, Texts.For(language))).Subcommands)
        {
            await transcript.RunAsync(command.Name, "--help");
        }

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"help.{language}");
    }
}
