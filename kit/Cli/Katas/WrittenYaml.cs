using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KataKit.Cli;

/// <summary>YAML as people write it. A key that nobody reads is an error, or a misspelt one would be lost in silence.</summary>
internal static class WrittenYaml
{
    private static readonly IDeserializer Yaml
        = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, from the first line of its file on, so that the place of an error is a place in the file.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <exception cref="CliException">It is not what it should be; the message names the place.</exception>
    public static T Read<T>(string text, string name)
        where T : class, new()
    {
        try
        {
            return Yaml.Deserialize<T?>(text) ?? new T();
        }
        catch (YamlException exception)
        {
            throw new CliException($"{name} cannot be read: {exception.Message} ({exception.Start})", ExitCode.Internal);
        }
    }
}
