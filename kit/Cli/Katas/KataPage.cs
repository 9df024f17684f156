using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KataKit.Cli;

/// <summary>A kata's task page in one language: its front matter and its text.</summary>
internal sealed class KataPage
{
    private const string Fence = "---";

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Track { get; set; } = "";

    /// <summary>From 1, the easiest, to 5.</summary>
    public int Difficulty { get; set; }

    /// <summary>The time that an interviewer would give.</summary>
    public int Minutes { get; set; }

    /// <summary>The members of the contract in the order in which one builds the answer.</summary>
    public List<string> Members { get; set; } = [];

    public List<string> Sources { get; set; } = [];

    public List<MemberHints> Hints { get; set; } = [];

    public List<FollowUp> FollowUps { get; set; } = [];

    /// <summary>The text below the front matter, as Markdown.</summary>
    [YamlIgnore]
    public string Body { get; private set; } = "";

    /// <summary>Reads a page.</summary>
    /// <exception cref="CliException">The file is missing, or its front matter is not what it should be.</exception>
    public static KataPage Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            var end = text.IndexOf($"\n{Fence}\n", StringComparison.Ordinal);
            if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal) || end < 0)
            {
                throw new CliException($"'{path}' must begin with YAML front matter between two lines '{Fence}'.", ExitCode.Internal);
            }

            var page = Yaml.Deserialize<KataPage?>(text[(Fence.Length + 1)..end]) ?? new KataPage();
            page.Body = text[(end + Fence.Length + 2)..].TrimStart('\n');
            return page.Id.Length > 0
                ? page
                : throw new CliException($"The front matter of '{path}' must hold 'id'.", ExitCode.Internal);
        }
        catch (YamlException exception)
        {
            throw new CliException($"The front matter of '{path}' cannot be read: {exception.Message} ({exception.Start})", ExitCode.Internal);
        }
        catch (IOException exception)
        {
            throw new CliException($"The kata has no task page: {exception.Message}", ExitCode.Internal);
        }
    }
}

/// <summary>The hints for a member, each stage telling more than the one before.</summary>
internal sealed class MemberHints
{
    public string Member { get; set; } = "";

    public List<string> Stages { get; set; } = [];
}

/// <summary>What an interviewer asks when the code is written, with a model answer.</summary>
internal sealed class FollowUp
{
    public string Question { get; set; } = "";

    public string Answer { get; set; } = "";
}
