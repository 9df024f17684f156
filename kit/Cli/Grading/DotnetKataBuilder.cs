using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>Builds with <c>dotnet build</c>, and remembers beside the build for which inputs it did.</summary>
internal sealed class DotnetKataBuilder : IKataBuilder
{
    private static readonly string[] InputFolders = ["kit/Contracts", "tests/Specs"];

    private static readonly string[] InputFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "katas/Directory.Build.props", "katas/Directory.Build.targets",
         $"{KataBuild.Project}/KataKit.AnyKata.csproj", $"{KataBuild.Project}/Directory.Build.props", $"{KataBuild.Project}/Directory.Build.targets", "tests/Specs/Directory.Build.props", "tests/Specs/Directory.Build.targets"];

    public async Task EnsureBuiltAsync(string root, Action starting, CancellationToken cancellation)
    {
        var stamp = StampPath(root);
        var inputs = Fingerprint(root);
        var isStamped = File.Exists(stamp);
        if (isStamped && await File.ReadAllTextAsync(stamp, cancellation).ConfigureAwait(false) == inputs && KataBuild.IsComplete(root))
        {
            return;
        }

        if (isStamped || !KataBuild.IsComplete(root) || !IsNewerThanInputs(root))
        {
            starting();
            var (code, output) = await BuildAsync(root, cancellation).ConfigureAwait(false);
            if (code != 0)
            {
                var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
                throw new CliException($"`dotnet build {KataBuild.Project}` failed:\n{(errors.Count > 0 ? string.Join('\n', errors) : output)}", ExitCode.Internal);
            }
        }

        await File.WriteAllTextAsync(stamp, inputs, cancellation).ConfigureAwait(false);
    }

    internal static string StampPath(string root) => Path.Combine(root, KataBuild.Project, "obj", "kata.built");

    internal static string Fingerprint(string root)
    {
        var text = new StringBuilder();
        foreach (var file in Inputs(root))
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Whether somebody else has built since the last change: the script that builds this command, or a build of the whole solution.</summary>
    private static bool IsNewerThanInputs(string root) => KataBuild.FirstWrite(root) > Inputs(root).Max(file => file.LastWriteTimeUtc);

    private static IEnumerable<FileInfo> Inputs(string root)
        => InputFolders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Concat(InputFiles.Select(file => Path.Combine(root, file)))
            .Order(StringComparer.Ordinal)
            .Select(path => new FileInfo(path))
            .Where(file => file.Exists);

    private static async Task<(int Code, string Output)> BuildAsync(string root, CancellationToken cancellation)
    {
        // Neither a build node nor a compiler server stays behind.
        var start = new ProcessStartInfo(
            DotnetPath(), ["build", Path.Combine(root, KataBuild.Project), "-v:q", "-nologo", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The <c>dotnet</c> that runs this program; another one on the PATH may lack the SDK.</summary>
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
