using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Proofs;

/// <summary>A change that makes another file of a file, without a care for what it means.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Apply">The text of the changed file; it may be the same where the file holds nothing to change.</param>
internal sealed record Mangling(string Name, Func<SyntaxNode, Random, string> Apply)
{
    private const int MostChanges = 3;

    /// <summary>
    /// A mangled file: one change or a few on top of each other, either of tokens or of syntax. The same number always gives the same file.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="seed">The start of the random numbers.</param>
    public static (string What, string Source) Mangle(KataFile file, int seed)
    {
        var random = new Random(seed);

        // Syntax twice as often: only what compiles, or almost, gets far into an analyzer.
        var manglings = random.Next(3) == 0 ? TokenManglings.All : SyntaxManglings.All;
        var source = file.Source;
        var names = new List<string>();
        for (var i = random.Next(MostChanges); i >= 0; i--)
        {
            var mangling = manglings[random.Next(manglings.Count)];
            names.Add(mangling.Name);
            source = mangling.Apply(CSharpSyntaxTree.ParseText(source).GetRoot(), random);
        }

        return ($"{file}, seed {seed}: {string.Join(", ", names)}", source);
    }
}
