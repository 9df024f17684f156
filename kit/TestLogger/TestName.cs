namespace KataKit.TestLogger;

/// <summary>
/// A spec's test method read as a sentence: <c>Softmax_rows_sum_to_one(n: 3)</c> is the member <c>Softmax</c>, the sentence
/// "rows sum to one" and the arguments <c>(n: 3)</c>.
/// </summary>
internal sealed class TestName
{
    private TestName(string member, string sentence)
    {
        Member = member;
        Sentence = sentence;
    }

    /// <summary>The contract member that the test is about; the whole method name where it has no underscore.</summary>
    public string Member { get; }

    /// <summary>What the test says about the member, with the arguments of a theory's row.</summary>
    public string Sentence { get; }

    /// <summary>Reads a test's names.</summary>
    /// <param name="fullyQualifiedName">Namespace, class and method.</param>
    /// <param name="displayName">The same, with the arguments of a theory's row.</param>
    /// <returns>The parts.</returns>
    public static TestName Parse(string fullyQualifiedName, string? displayName)
    {
        var method = MethodOf(fullyQualifiedName);
        var arguments = ArgumentsOf(displayName ?? "", method);
        var underscore = method.IndexOf('_');
        return underscore > 0
            ? new TestName(method.Substring(0, underscore), Words(method.Substring(underscore + 1)) + arguments)
            : new TestName(method, arguments);
    }

    private static string MethodOf(string fullyQualifiedName)
    {
        var parenthesis = fullyQualifiedName.IndexOf('(');
        var qualified = parenthesis < 0 ? fullyQualifiedName : fullyQualifiedName.Substring(0, parenthesis);
        return qualified.Substring(qualified.LastIndexOf('.') + 1);
    }

    private static string ArgumentsOf(string displayName, string method)
    {
        var start = displayName.IndexOf(method + "(", StringComparison.Ordinal);
        return start < 0 ? "" : " " + displayName.Substring(start + method.Length).Replace('\n', ' ').Replace('\r', ' ');
    }

    private static string Words(string identifier) => identifier.Replace('_', ' ');
}
