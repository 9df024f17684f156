using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KataKit.Proofs;

/// <summary>Chance that is the same on every machine and every day: it goes by names alone, so what comes or goes changes nothing for the others.</summary>
internal static class FixedChoice
{
    /// <summary>A number for a name, the same for ever.</summary>
    public static uint NumberOf(string name) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Everything, mixed.</summary>
    public static IOrderedEnumerable<T> Mix<T>(IEnumerable<T> items, Func<T, string> name)
        => items.OrderBy(item => NumberOf(name(item))).ThenBy(name, StringComparer.Ordinal);

    /// <summary>A few of many.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, int count, Func<T, string> name) => Mix(items, name).Take(count);
}
