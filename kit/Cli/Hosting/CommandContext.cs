using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KataKit.Journal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>What one run of the command works with.</summary>
internal sealed class CommandContext
{
    private static readonly JsonSerializerOptions JsonFormat = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Lazy<KataLibrary> _library;

    public CommandContext(CliHost host, Texts texts, string? root, string? data, bool json)
    {
        Host = host;
        Texts = texts;
        Json = json;
        Console = host.ConsoleOn(host.Output);
        ErrorConsole = host.ConsoleOn(host.Error);
        Desk = new SessionDesk(DataFolder.Choose(data, host.Variable), host.Time);
        _library = new Lazy<KataLibrary>(() => KataLibrary.Find(root, host, texts));
    }

    public CliHost Host { get; }

    public Texts Texts { get; }

    /// <summary>Whether the answer is wanted as JSON.</summary>
    public bool Json { get; }

    public IAnsiConsole Console { get; }

    public IAnsiConsole ErrorConsole { get; }

    public SessionDesk Desk { get; }

    public KataLibrary Library => _library.Value;

    public void Write(IRenderable renderable) => Console.Write(renderable);

    public void Write(IEnumerable<IRenderable> parts) => Console.Write(new Rows(parts));

    /// <summary>An empty table.</summary>
    /// <param name="headers">The texts of the columns; <see langword="null"/> for a column that is left out.</param>
    public Table NewTable(params string?[] headers)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var header in headers.OfType<string>())
        {
            table.AddColumn(new TableColumn(new Markup($"[bold]{Texts[header]}[/]")) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }

    /// <summary>Writes a text of the resources; markup in it counts, markup in the values does not.</summary>
    public void Say(string key, params object?[] values) => Console.MarkupLine(Marked(key, values));

    /// <summary>The same on the error stream, where it is in nobody's way.</summary>
    public void SayAside(string key, params object?[] values) => ErrorConsole.MarkupLine(Marked(key, values));

    public string Marked(string key, params object?[] values)
        => Texts[key, [.. values.Select(value => value is string text ? Markup.Escape(text) : value)]];

    public void WriteJson(object value) => Host.Output.WriteLine(ToJson(value));

    public static string ToJson(object value) => JsonSerializer.Serialize(value, JsonFormat);

    /// <summary>The kata that is meant: the one named, else the one of the open session, else the one that was last at work.</summary>
    /// <exception cref="CliException">There is none, or no such kata.</exception>
    public KataEntry EntryFor(string? name, SessionView? open = null)
    {
        if (name is not null)
        {
            return Library.Get(name, Texts);
        }

        var history = Desk.Read();
        var last = (open ?? history.Open)?.Kata ?? history.Events.LastOrDefault(journalEvent => journalEvent.Kata.Length > 0)?.Kata;
        return last is not null ? Library.Get(last, Texts) : throw new CliException(Texts["WhichKata"]);
    }

    public Task EnsureBuiltAsync(CancellationToken cancellation)
        => Host.Builder.EnsureBuiltAsync(Library.Root, () => SayAside("Building"), cancellation);

    /// <summary>Builds the tests if need be, and makes a grader for a kata.</summary>
    public async Task<AttemptGrader> GraderForAsync(KataEntry entry, CancellationToken cancellation)
    {
        await EnsureBuiltAsync(cancellation).ConfigureAwait(false);
        return new AttemptGrader(entry, Texts, Host.Limits, Host.Grader);
    }
}
