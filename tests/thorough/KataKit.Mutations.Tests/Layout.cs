using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Mutations.Tests;

/// <summary>Source without the freedom of its layout.</summary>
internal static class Layout
{
    public static string Normal(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().NormalizeWhitespace(eol: "\n").ToFullString();
}
