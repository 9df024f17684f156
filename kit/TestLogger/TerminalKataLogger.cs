using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace KataKit.TestLogger;

/// <summary>
/// The same logger under MSBuild's terminal logger. There the SDK adds a logger of its own, which repeats every failed test in many lines
/// with its stack trace, unless a logger is named whose name begins as its does.
/// </summary>
[FriendlyName("Microsoft.TestPlatform.MSBuildLogger.Kata")]
[ExtensionUri("logger://KataKit/TerminalKataLogger/v1")]
public sealed class TerminalKataLogger : KataLogger;
