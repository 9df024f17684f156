using System.Security.Cryptography;
using System.Text;

namespace KataKit.Journal;

/// <summary>Keeps every text that a learner saved, named by its content: the same text is kept once, and none is ever changed.</summary>
/// <param name="folder">The data folder.</param>
public sealed class AttemptStore(DataFolder folder)
{
    /// <summary>Computes the name of a text.</summary>
    /// <param name="source">The text.</param>
    /// <returns>The SHA-256 of its UTF-8 form, in lower-case hexadecimal.</returns>
    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <summary>Keeps a text. When this returns, it is on disk.</summary>
    /// <param name="source">The text.</param>
    /// <returns>Its name.</returns>
    public string Save(string source)
    {
        var hash = HashOf(source);
        var path = PathOf(hash);
        if (File.Exists(path) && HashOf(File.ReadAllText(path)) == hash)
        {
            return hash;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "." + Guid.NewGuid().ToString("n") + ".draft";
        using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(source));
            stream.Flush(flushToDisk: true);
        }

        // A file that is there already and differs is a damaged copy; the name says what it should hold.
        File.Move(draft, path, overwrite: true);
        return hash;
    }

    /// <summary>Finds a text again.</summary>
    /// <param name="hash">Its name.</param>
    /// <returns>The text; <see langword="null"/> where it is not here, or no longer what its name says.</returns>
    public string? Find(string hash)
    {
        if (!IsHash(hash) || !File.Exists(PathOf(hash)))
        {
            return null;
        }

        var source = File.ReadAllText(PathOf(hash));
        return HashOf(source) == hash ? source : null;
    }

    /// <summary>Where a text is kept.</summary>
    /// <param name="hash">Its name.</param>
    /// <returns>The full path.</returns>
    public string PathOf(string hash) => Path.Combine(folder.AttemptsPath, hash[..2], hash + ".cs");

    // A journal from elsewhere may hold anything in place of a hash, a path that leads out of the folder for one.
    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}
