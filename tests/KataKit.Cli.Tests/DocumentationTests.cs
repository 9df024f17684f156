using System.CommandLine;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests;

/// <summary>The command's pages tell all that there is.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Pages() => ["docs/kata-command.md", "docs/zh-Hans/kata-command.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_exit_code_is_documented(string page)
    {
        var text = LearnersKit.Read(page);
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            text.Should().Contain($"\n| {(int)code} | ");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_is_documented(string page)
    {
        var text = LearnersKit.Read(page);
        var root = KataCommandLine.Create(new CommandOptions(NoHost(), Texts.For("en")));

        root.Subcommands.Should().HaveCountGreaterThan(20);
        root.Subcommands.Select(command => command.Name).Where(name => !text.Contains($"`{name}", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static CliHost NoHost() => new()
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        Input = TextReader.Null,
        Time = new ManualTime(),
        CurrentDirectory = "/",
        Variable = _ => null,
        Keyboard = null,
        Size = null,
        Builder = new DotnetKataBuilder(),
    };
}
