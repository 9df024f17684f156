using System.Reflection;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Xunit;

namespace KataKit.TestLogger.Tests;

/// <summary>What the test platform needs to find the loggers, and the texts to be complete in both languages.</summary>
public sealed class LoggerIdentityTests
{
    [Fact]
    public void The_assembly_has_the_suffix_that_the_platform_looks_for()
        => Assert.EndsWith("TestLogger", typeof(KataLogger).Assembly.GetName().Name, StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(KataLogger), "kata")]
    [InlineData(typeof(TerminalKataLogger), "Microsoft.TestPlatform.MSBuildLogger.Kata")]
    public void A_logger_can_be_named_and_created(Type logger, string friendlyName)
    {
        Assert.Equal(friendlyName, logger.GetCustomAttribute<FriendlyNameAttribute>()!.FriendlyName);
        Assert.NotNull(logger.GetCustomAttribute<ExtensionUriAttribute>());
        Assert.IsAssignableFrom<ITestLoggerWithParameters>(Activator.CreateInstance(logger));
    }

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        var (english, chinese) = (Keys("Texts.resx"), Keys("Texts.zh-Hans.resx"));

        Assert.NotEmpty(english);
        Assert.Equal(english, chinese);
    }

    private static IReadOnlyList<string> Keys(string file)
    {
        var folder = typeof(LoggerIdentityTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "LoggerFolder").Value!;
        return [.. XDocument.Load(Path.Combine(folder, file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];
    }
}
