using System.IO.Compression;
using Xunit;

namespace KataKit.Clients.Tests;

/// <summary>
/// A project outside the repository that uses the packed analyzers, with a class that carries the contract attributes itself. The package
/// comes from a folder, and that folder is all that the project may restore from.
/// </summary>
public sealed class ReadersProject : IAsyncLifetime
{
    /// <summary>The wrong scale in <see cref="Wrong"/>.</summary>
    public const string WrongScale = "Math.Sqrt(keys.GetLength(0))";

    /// <summary>What belongs there, in the words of the code around it.</summary>
    public const string RightScale = "Math.Sqrt(length)";

    /// <summary>Scores that are scaled by the number of keys.</summary>
    public const string Wrong = $$"""
        using KataKit.Contracts;

        [Kata("self-attention")]
        public static class CrossAttention
        {
            public static double[,] Powers([Dims("seq_q d_k"), Role("query")] double[,] queries, [Dims("seq_k d_k"), Role("key")] double[,] keys)
            {
                var length = queries.GetLength(1);
                var powers = new double[queries.GetLength(0), keys.GetLength(0)];
                for (var i = 0; i < queries.GetLength(0); i++)
                {
                    for (var j = 0; j < keys.GetLength(0); j++)
                    {
                        var dot = 0.0;
                        for (var c = 0; c < length; c++)
                        {
                            dot += queries[i, c] * keys[j, c];
                        }

                        powers[i, j] = Math.Exp(dot / {{WrongScale}});
                    }
                }

                return powers;
            }
        }

        """;

    private const string Version = "0.0.1-test";

    private static readonly string[] Packed = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "analyzers", "kit/Contracts"];

    private readonly DirectoryInfo _kit = Directory.CreateTempSubdirectory("katakit-pack-");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-reader-");

    /// <summary>The file with the mistake.</summary>
    public string CodePath => PathOf("CrossAttention.cs");

    /// <summary>What is in the package.</summary>
    public IReadOnlyList<string> PackageEntries { get; private set; } = [];

    /// <summary>The command that packs.</summary>
    internal DotnetCommand Pack { get; private set; } = null!;

    /// <summary>A place in the project.</summary>
    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    /// <summary>Writes the project's code.</summary>
    public Task Write(string code) => File.WriteAllTextAsync(CodePath, code);

    /// <summary>Runs <c>dotnet</c> in the project.</summary>
    internal Task<DotnetCommand> Dotnet(params string[] arguments) => DotnetCommand.Run(_folder.FullName, arguments);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Repository.Copy(Packed, _kit.FullName);
        Pack = await DotnetCommand.Run(_kit.FullName, "pack", "analyzers/KataKit.Package", "--output", PathOf("feed"), "-p:Version=" + Version);
        if (Pack.ExitCode != 0)
        {
            return;
        }

        using (var package = ZipFile.OpenRead(PathOf($"feed/KataKit.Analyzers.{Version}.nupkg")))
        {
            PackageEntries = [.. package.Entries.Select(x => x.FullName).Order(StringComparer.Ordinal)];
        }

        await File.WriteAllTextAsync(
            PathOf("nuget.config"),
            """<configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>""");
        await File.WriteAllTextAsync(
            PathOf("Reader.csproj"),
            $"""
             <Project Sdk="Microsoft.NET.Sdk">
               <PropertyGroup>
                 <TargetFramework>net10.0</TargetFramework>
                 <ImplicitUsings>enable</ImplicitUsings>
                 <!-- The version never changes, and so must not be remembered by a cache that others share. -->
                 <RestorePackagesPath>packages</RestorePackagesPath>
               </PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="KataKit.Analyzers" Version="{Version}" />
               </ItemGroup>
             </Project>
             """);
        await Write(Wrong);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _kit.Delete(recursive: true);
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
