using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary>The commands that only read: for people at 80 columns in two languages, and for programs.</summary>
public sealed class ReadingCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public ReadingCommandTests() => _kit.Copy("docs/rules/Attention/KATA1001.md");

    public void Dispose() => _kit.Dispose();

    public static TheoryData<string> Readers() => [.. Commands.Select(command => string.Join(' ', command))];

    private static readonly string[][] Commands = [[], ["list"], ["show", "reverse"], ["history"], ["stats"], ["explain", "KATA1001"], ["review", "--all"]];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Every_reading_command_speaks_JSON(string command)
    {
        await PracticeOnceAsync();

        var outcome = await _kit.RunAsync([.. Words(command), "--json"]);

        outcome.Code.Should().Be(ExitCode.Pass, outcome.Error);
        JsonNode.Parse(outcome.Output).Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Every_reading_command_fits_a_pipe_of_80_columns_without_escape_sequences(string command)
    {
        await PracticeOnceAsync();
        foreach (var language in new[] { "en", "zh-Hans" })
        {
            var outcome = await _kit.RunAsync([.. Words(command), "--lang", language]);

            outcome.Code.Should().Be(ExitCode.Pass, outcome.Error);
            outcome.Output.Should().NotContain("\u001b").And.NotBeEmpty();
            outcome.Output.Split('\n').Should().OnlyContain(line => Columns(line.TrimEnd()) <= 80, "the output is read in narrow windows too");
        }
    }

    [Fact]
    public async Task The_language_is_the_one_asked_for_else_that_of_the_environment()
    {
        (await _kit.RunAsync("--lang", "zh-Hans")).Output.Should().Contain("没有进行中的练习");
        (await _kit.RunAsync("--lang=zh-CN")).Output.Should().Contain("没有进行中的练习");
        _kit.Variables["LANG"] = "zh_CN.UTF-8";
        (await _kit.RunAsync()).Output.Should().Contain("没有进行中的练习");
        (await _kit.RunAsync("show", "self")).Output.Should().Contain("多头自注意力");
        (await _kit.RunAsync("--lang", "en")).Output.Should().Contain("No session is open");
    }

    [Fact]
    public async Task A_kata_is_found_by_any_beginning_that_is_its_alone()
    {
        foreach (var name in new[] { "self-attention", "SelfAttention", "selfattention", "s", "REV" })
        {
            (await _kit.RunAsync("show", name)).Code.Should().Be(ExitCode.Pass, $"'{name}' is clear");
        }

        var unknown = await _kit.RunAsync("show", "cnn");
        unknown.Code.Should().Be(ExitCode.Usage);
        unknown.Error.Should().Contain("self-attention").And.Contain("reverse-linked-list");
        (await _kit.RunAsync("show")).Error.Should().Contain("Which kata?");
    }

    [Fact]
    public async Task A_track_has_the_name_of_its_folder_in_both_languages()
    {
        foreach (var language in new[] { "en", "zh-Hans" })
        {
            (await _kit.RunAsync("show", "reverse", "--lang", language)).Output.Should().StartWith("Foundations · ");
            var listed = (await _kit.RunAsync("list", "--track", "attention", "--json", "--lang", language)).Json.AsArray();
            listed.Should().ContainSingle().Which!["track"]!.GetValue<string>().Should().Be("Attention");
        }

        (await _kit.RunAsync("list", "--track", "cooking")).Error.Should().Contain("Attention, Foundations");
    }

    [Fact]
    public async Task The_bare_command_tells_what_is_due()
    {
        (await _kit.RunAsync()).Output.Should().Contain("kata start reverse-linked-list", "that is the easiest");
        await PracticeOnceAsync();
        (await _kit.RunAsync()).Output.Should().NotContain("Due for another try", "one rests for a day");
        _kit.Time.Advance(TimeSpan.FromDays(1));

        var home = await _kit.RunAsync("--json");

        home.Json["due"]!.AsArray().Should().ContainSingle();
        home.Json["next"]!.GetValue<string>().Should().Be("reverse-linked-list");
        (await _kit.RunAsync()).Output.Should().Contain("Due for another try: reverse-linked-list");
        (await _kit.RunAsync("list", "--json")).Json.AsArray().Select(kata => kata!["state"]!.GetValue<string>()).Should().Equal("begun", "new");
    }

    [Fact]
    public async Task History_gives_everything_back()
    {
        await PracticeOnceAsync();

        var json = (await _kit.RunAsync("history", "--json")).Json;

        var session = json["sessions"]![0]!;
        session["kata"]!.GetValue<string>().Should().Be("reverse-linked-list");
        session["ending"]!.GetValue<string>().Should().Be("gaveUp");
        session["workedSeconds"]!.GetValue<double>().Should().Be(60);
        session["events"]!.AsArray().Select(line => line!["type"]!.GetValue<string>()).Should().Equal("started", "saved", "graded", "ended");
        (await _kit.RunAsync("history")).Output.Should().Contain("2026-03-01 09:00").And.Contain("given up").And.Contain("1:00");
    }

    [Fact]
    public async Task A_page_is_shown_without_what_only_a_browser_can_use()
    {
        _kit.Copy("docs/rules/Attention/KATA1001.md");

        var page = (await _kit.RunAsync("explain", "KATA1001")).Output;

        page.Should().Contain("ISelfAttention").And.NotContain("all rules", "it is a link").And.NotContain("简体中文");
        page.Split('\n').Take(8).Count(line => string.IsNullOrWhiteSpace(line)).Should().BeLessThan(4, "a table without headers has no lines for them");
    }

    [Theory]
    [InlineData("KATA9999")]
    [InlineData("../../secret")]
    public async Task A_rule_without_a_page_is_told_with_those_that_have_one(string rule)
    {
        var outcome = await _kit.RunAsync("explain", rule);

        outcome.Code.Should().Be(ExitCode.Usage);
        outcome.Error.Should().Contain("KATA1001");
    }

    [Fact]
    public async Task A_mistake_on_the_command_line_is_told_with_the_way_to_the_help()
    {
        var outcome = await _kit.RunAsync("start", "reverse", "quickly");

        outcome.Code.Should().Be(ExitCode.Usage);
        outcome.Error.Should().Contain("quickly").And.Contain("kata start --help");
        (await _kit.RunAsync("--help")).Output.Should().Contain("give-up").And.Contain("--data");
    }

    [Fact]
    public async Task Outside_a_repository_one_is_told_where_to_go()
    {
        var outcome = await _kit.RunAsync("list", "--root", Path.GetTempPath());

        outcome.Code.Should().Be(ExitCode.Usage);
        outcome.Error.Should().Contain("--root");
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Columns(string line) => line.Sum(character => character is >= '\u2E80' and <= '\uFF60' ? 2 : 1);

    private async Task PracticeOnceAsync()
    {
        await _kit.RunAsync("start", "reverse", "--no-watch");
        _kit.Time.Advance(TimeSpan.FromMinutes(1));
        await _kit.RunAsync("give-up");
    }
}
