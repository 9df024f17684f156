using System.Globalization;
using System.Text.RegularExpressions;

namespace KataKit.Thorough;

/// <summary>Runs the tests of one class by <c>dotnet test</c>. It holds where the platform says that there were tests and that all passed.</summary>
internal static partial class TestRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Runs them.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="project">The folder of the project, from the root.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="environment">What the tests find in their environment, <c>NAME=value</c> each.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Checked> CheckAsync(string root, string project, string name, IEnumerable<string> environment, CancellationToken cancellation)
    {
        var run = await DotnetCommand.Run(
            root, Longest, cancellation, ["test", project, "--filter", $"FullyQualifiedName~.{name}.", .. environment.SelectMany(variable => new[] { "--environment", variable })]);
        return Judge(run.ExitCode, run.Output, run.ToString());
    }

    /// <summary>Judges what such a run has printed.</summary>
    internal static Checked Judge(int exitCode, IReadOnlyList<string> output, string all)
    {
        var summaries = output.Select(line => Summary().Match(line)).Where(match => match.Success).ToList();
        var passed = summaries is [var only] ? int.Parse(only.Groups["passed"].Value, CultureInfo.InvariantCulture) : 0;
        return new Checked(passed, exitCode == 0 && passed > 0 ? [] : [all]);
    }

    [GeneratedRegex(@"^Passed! +- Failed: +0, Passed: +(?<passed>\d+),")]
    private static partial Regex Summary();
}
