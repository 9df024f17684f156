using System.Globalization;

namespace KataKit.Thorough;

/// <summary>The proofs that have held, by their keys: a file each, written as soon as one holds. What failed is not remembered.</summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class ProofCache(string folder)
{
    /// <summary>After this time the key of something that nobody has asked for is that of an old state.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Whether a proof with this key has held.</summary>
    public bool Holds(string key)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return false;
        }

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        return true;
    }

    /// <summary>Deletes what nobody has asked for in a long time.</summary>
    public void Clean()
    {
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > Kept))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Remembers that a proof holds. A process that is killed meanwhile leaves nothing behind that counts.</summary>
    public void Remember(string key, Proof proof, Checked outcome)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(draft, string.Create(CultureInfo.InvariantCulture, $"{proof.Name}\n{outcome.Cases} cases\n{DateTime.UtcNow:u}\n"));
        File.Move(draft, path, overwrite: true);
    }

    private string PathOf(string key) => Path.Combine(folder, key[..2], key[2..]);
}
