using YamlDotNet.Serialization;

namespace KataKit.Cli;

/// <summary>A kata's task page in one language: its short front matter and the task. What helps is in <see cref="KataCoaching"/>.</summary>
internal sealed class KataPage
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>From 1, the easiest, to 5.</summary>
    public int Difficulty { get; set; }

    /// <summary>The time that an interviewer would give.</summary>
    public int Minutes { get; set; }

    /// <summary>The members of the contract in the order in which one builds the answer.</summary>
    public List<string> Members { get; set; } = [];

    /// <summary>The text below the front matter, as Markdown.</summary>
    [YamlIgnore]
    public string Body { get; private set; } = "";

    /// <summary>Reads a page.</summary>
    /// <exception cref="CliException">The file is missing, or its front matter is not what it should be.</exception>
    public static KataPage Read(string path)
    {
        var text = PageText.Read(path);
        var page = ReadHead(path, text);
        page.Body = text.Body.TrimStart('\n');
        return page.Id.Length > 0 ? page : throw new CliException($"The front matter of '{path}' must hold 'id'.", ExitCode.Internal);
    }

    /// <summary>Reads what the front matter holds, be it whole or not.</summary>
    /// <exception cref="CliException">It is no YAML, or holds something else.</exception>
    public static KataPage ReadHead(string path, PageText text) => WrittenYaml.Read<KataPage>(text.Head, $"The front matter of '{path}'");
}
