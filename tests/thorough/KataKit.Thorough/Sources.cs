using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace KataKit.Thorough;

/// <summary>The contents of the files and folders of the repository, as hashes. A folder is read once.</summary>
/// <param name="root">The root of the repository.</param>
internal sealed class Sources(string root)
{
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>What a proof's outcome hangs on, as one hash: its name, its inputs, the runtime and the kind of machine.</summary>
    public string KeyOf(Proof proof)
    {
        var text = new StringBuilder($"{proof.Name}\n{proof.Circumstances}\n{Environment.Version} {Environment.OSVersion.Platform}\n");
        foreach (var input in proof.Inputs)
        {
            text.Append(_hashes.GetOrAdd(input, HashOf)).Append(' ').Append(input).Append('\n');
        }

        return Hex(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private string HashOf(string path)
    {
        var full = Path.Combine(root, path);
        if (!Directory.Exists(full))
        {
            return File.Exists(full) ? Hex(File.ReadAllBytes(full)) : throw new FileNotFoundException($"A proof depends on '{path}', which is not there.");
        }

        var lines = Below(full).Select(file => $"{Hex(File.ReadAllBytes(file))} {Path.GetRelativePath(full, file).Replace('\\', '/')}").Order(StringComparer.Ordinal);
        return Hex(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static IEnumerable<string> Below(string folder)
        => Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path) is not ("bin" or "obj" or "TestResults")).SelectMany(Below));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
