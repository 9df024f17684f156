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
    private static readonly string[] InputFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "katas/Directory.Build.props", "katas/Directory.Build.targets",
         "tests/Specs/Directory.Build.props", "tests/Specs/Directory.Build.targets"];

    public async Task EnsureBuiltAsync(KataEntry entry, Action starting, CancellationToken cancellation)
    {
        var stamp = StampPath(entry.Kata);
        var inputs = Fingerprint(entry.Kata);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation).ConfigureAwait(false) == inputs && IsComplete(entry.Kata))
        {
            return;
        }

        starting();
        var (code, output) = await BuildAsync(entry.Kata, cancellation).ConfigureAwait(false);
        var foreign = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal) && !line.Contains(entry.Kata.StubPath, StringComparison.Ordinal)).ToList();
        if (code != 0 && (foreign.Count > 0 || !IsComplete(entry.Kata)))
        {
            throw new CliException($"`dotnet build {entry.Kata.Folder}` failed:\n{(foreign.Count > 0 ? string.Join('\n', foreign.Distinct()) : output)}", ExitCode.Internal);
        }

        await File.WriteAllTextAsync(stamp, inputs, cancellation).ConfigureAwait(false);
    }

    /// <summary>What the tests are made of; the contracts are one library, but those of other tracks are nothing to a kata.</summary>
    private static string[] InputFolders(Kata kata) => [$"kit/Contracts/{kata.Track}", $"tests/Specs/{kata.Track}", "tests/Specs/Checking"];

    internal static string StampPath(Kata kata) => Path.Combine(Path.GetDirectoryName(kata.StubPath)!, "obj", "kata.built");

    /// <summary>Whether a build left all that the grader needs. The learner's own file may fail to compile: the rest was written before.</summary>
    private static bool IsComplete(Kata kata)
    {
        try
        {
            return KataBuild.Read(kata).RuntimeAssemblies.All(File.Exists);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    internal static string Fingerprint(Kata kata)
    {
        var text = new StringBuilder();
        var files = InputFolders(kata).Select(folder => Path.Combine(kata.Root, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Concat(InputFiles.Select(file => Path.Combine(kata.Root, file)))
            .Order(StringComparer.Ordinal);
        foreach (var file in files.Select(path => new FileInfo(path)).Where(file => file.Exists))
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static async Task<(int Code, string Output)> BuildAsync(Kata kata, CancellationToken cancellation)
    {
        // Neither a build node nor a compiler server stays behind.
        var start = new ProcessStartInfo(
            DotnetPath(), ["build", Path.Combine(kata.Root, "katas", kata.Track, kata.Name), "-v:q", "-nologo", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = kata.Root,
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
