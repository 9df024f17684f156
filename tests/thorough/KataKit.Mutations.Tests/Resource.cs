namespace KataKit.Mutations.Tests;

/// <summary>Source files that the tests carry along.</summary>
internal static class Resource
{
    public static IEnumerable<string> Names(string folder)
        => typeof(Resource).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
