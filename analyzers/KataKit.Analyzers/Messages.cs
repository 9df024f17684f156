using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers;

/// <summary>The texts of the rules, in the language of the compiler's output. Each topic has its own file below <c>Resources/</c>.</summary>
internal static class Messages
{
    // By the first digit of a rule's identifier.
    private static readonly ResourceManager[] Topics =
    [
        .. new[] { "General", "Attention", "Tokenizer", "LinkedList", "Pca", "Pooling", "Quantisation", "Minimization" }
            .Select(x => new ResourceManager("KataKit.Analyzers.Resources." + x, typeof(Messages).Assembly)),
    ];

    /// <summary>A text that is looked up when it is shown: the compiler's language need not be that of the process.</summary>
    /// <param name="name">Its key: a rule's identifier, <c>KATA</c> and four digits, and a suffix.</param>
    /// <param name="arguments">What the placeholders stand for.</param>
    public static LocalizableString Localizable(string name, params string[] arguments)
        => new LocalizableResourceString(name, Topics[name[4] - '0'], typeof(Messages), arguments);

    /// <summary>A number as C# writes it, in every language.</summary>
    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
