using System.IO.Compression;
using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary>Export, import, the report and the doctor: the journal as a whole.</summary>
public sealed class ExchangeCommandTests : IDisposable
{
    private readonly LearnersKit _laptop = new();
    private readonly LearnersKit _desktop = new();

    public void Dispose()
    {
        _laptop.Dispose();
        _desktop.Dispose();
    }

    [Fact]
    public async Task Two_machines_merge_both_ways_and_nothing_is_doubled_or_lost()
    {
        await PracticeAsync(_laptop);
        _desktop.Time.Advance(TimeSpan.FromDays(1));
        await PracticeAsync(_desktop);
        File.AppendAllText(_laptop.Data.JournalPath, """{"id":"new","v":9,"type":"danced"}""" + "\n");
        var archive = _laptop.PathOf("laptop.zip");
        (await _laptop.RunAsync("export", archive)).Code.Should().Be(ExitCode.Pass);
        (await _laptop.RunAsync("export", archive)).Code.Should().Be(ExitCode.Usage, "nothing is overwritten");

        var first = await _desktop.RunAsync("import", archive, "--json");
        var again = await _desktop.RunAsync("import", archive, "--json");
        await _laptop.RunAsync("import", _desktop.Data.Path);

        first.Json["newEvents"]!.GetValue<int>().Should().Be(6);
        again.Json["newEvents"]!.GetValue<int>().Should().Be(0);
        _desktop.History().Sessions.Should().HaveCount(2).And.BeInAscendingOrder(session => session.Start.At);
        _desktop.History().UnknownEvents.Should().Be(1, "what a newer program wrote travels too");
        Ids(_laptop).Should().BeEquivalentTo(Ids(_desktop));
        foreach (var graded in _laptop.History().Events.OfType<AttemptGraded>())
        {
            new AttemptStore(_laptop.Data).Find(graded.Attempt).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_damaged_archive_changes_nothing()
    {
        var archive = _laptop.PathOf("bad.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            Write(zip, "journal.jsonl", """{"type":"solution","v":1,"id":"x","at":"2026-03-01T12:00:00+00:00","kata":"pca"}""");
            Write(zip, $"attempts/{new string('0', 64)}.cs", "not what the name says");
        }

        (await _laptop.RunAsync("import", archive)).Code.Should().Be(ExitCode.Usage);
        await File.WriteAllTextAsync(archive, "no archive");
        (await _laptop.RunAsync("import", archive)).Code.Should().Be(ExitCode.Usage);
        (await _laptop.RunAsync("import", "nowhere.zip")).Code.Should().Be(ExitCode.Usage);
        _laptop.History().Events.Should().BeEmpty();
    }

    [Fact]
    public async Task The_report_is_one_page_that_asks_for_nothing_and_escapes_everything()
    {
        _laptop.Save(_laptop.AttentionPath, LearnersKit.WrongScale + "\n// <script>alert('&')</script>\n");
        await _laptop.RunAsync("start", "self", "--no-watch");
        await _laptop.RunAsync("test");
        await _laptop.RunAsync("hint");
        _laptop.Time.Advance(TimeSpan.FromMinutes(12));
        _laptop.Save(_laptop.AttentionPath, LearnersKit.AttentionSolution + "\n// <script>alert('&')</script>\n");
        await _laptop.RunAsync("finish");

        (await _laptop.RunAsync("report", "--output", "report.html")).Code.Should().Be(ExitCode.Pass);
        (await _laptop.RunAsync("report", "--output", "report.html")).Code.Should().Be(ExitCode.Usage, "nothing is overwritten");

        var page = await File.ReadAllTextAsync(_laptop.PathOf("report.html"));
        page.Should().NotContain("<script").And.NotContain("http").And.NotContain("src=").And.Contain("&lt;script&gt;");
        page.Should().Contain("<svg").And.Contain("KATA1001").And.Contain("12:00").And.Contain("93/93");
        System.Xml.Linq.XDocument.Parse(page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)])
            .Descendants("circle").Should().HaveCount(2, "a dot for each grade");
        (await _laptop.RunAsync("report", "--lang", "zh-Hans")).Code.Should().Be(ExitCode.Pass);
        Directory.GetFiles(_laptop.PathOf("."), "kata-self-attention-*.html").Should().ContainSingle();
    }

    [Fact]
    public async Task The_report_draws_the_matrices_of_what_failed_first_once()
    {
        _laptop.Save(_laptop.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/ATT3_Missing.diff"));
        await _laptop.RunAsync("start", "self", "--no-watch");
        await _laptop.RunAsync("test");
        await _laptop.RunAsync("test");

        await _laptop.RunAsync("report", "--output", "report.html");

        var page = await File.ReadAllTextAsync(_laptop.PathOf("report.html"));
        var pictures = page.Split("<svg").Skip(1).Select(part => System.Xml.Linq.XDocument.Parse("<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)]).Root!).ToList();
        pictures.Should().HaveCount(2, "the time line, and one picture for two grades alike");
        var cells = pictures[1].Elements("rect").Where(cell => cell.Element("title") is not null).ToList();
        cells.Select(cell => cell.Element("title")!.Value).Should().HaveCount(12).And.Contain("[0, 0] 0.125").And.Contain("[0, 0] 0.0333333");
        cells.Where(cell => cell.Attribute("stroke") is not null).Should().HaveCount(2, "the first that differs is framed in both");
    }

    [Fact]
    public async Task The_doctor_sees_what_is_damaged()
    {
        await PracticeAsync(_laptop);
        (await _laptop.RunAsync("doctor")).Code.Should().Be(ExitCode.Pass);

        File.AppendAllText(_laptop.Data.JournalPath, "garbage\n");
        var graded = _laptop.History().Events.OfType<AttemptGraded>().First();
        File.Delete(new AttemptStore(_laptop.Data).PathOf(graded.Attempt));
        var sick = await _laptop.RunAsync("doctor", "--json");

        sick.Code.Should().Be(ExitCode.Fail);
        sick.Json.AsArray().Where(finding => finding!["state"]!.GetValue<string>() == "bad").Should().HaveCount(2, "a line and an attempt");
    }

    private static IEnumerable<string?> Ids(LearnersKit kit) => new JournalFile(kit.Data).Read().Select(line => line.Id);

    private static async Task PracticeAsync(LearnersKit kit)
    {
        await kit.RunAsync("start", "reverse", "--no-watch");
        await kit.RunAsync("hint");
        await kit.RunAsync("give-up");
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
