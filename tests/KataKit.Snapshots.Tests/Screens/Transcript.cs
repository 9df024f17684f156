using System.Globalization;
using System.Text;
using KataKit.Cli;
using KataKit.Cli.Tests;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>What somebody types behind a pipe of 80 columns, and what the command says to it, on both streams.</summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();
    private readonly LearnersKit _kit;

    public Transcript(LearnersKit kit, string language)
    {
        _kit = kit;
        kit.Variables["LANG"] = language == "en" ? "en_US.UTF-8" : "zh_CN.UTF-8";
    }

    /// <summary>Runs a command.</summary>
    public Task RunAsync(params string[] arguments) => RunAsync(arguments, input: "", change: text => text);

    /// <summary>Runs a command that names places of this machine: how long they are must not say where a line breaks.</summary>
    public async Task RunWideAsync(params string[] arguments)
    {
        _kit.Variables["COLUMNS"] = "1000";
        await RunAsync(arguments);
        _kit.Variables.Remove("COLUMNS");
    }

    /// <summary>Runs a command that reads something, or whose output is changed before it is kept.</summary>
    public async Task RunAsync(string[] arguments, string input, Func<string, string> change)
    {
        var outcome = await _kit.RunAsync(arguments, size: null, CancellationToken.None, input);
        _text.Append("$ ").AppendJoin(' ', arguments.Prepend("kata")).Append('\n');
        _text.Append(change(outcome.Output)).Append(outcome.Error);
        if (outcome.Code != ExitCode.Pass)
        {
            _text.Append(CultureInfo.InvariantCulture, $"(exit code {(int)outcome.Code})\n");
        }

        _text.Append('\n');
    }

    public override string ToString() => Unstable.Replace(_text.ToString(), _kit);
}
