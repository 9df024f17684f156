using System.Runtime.CompilerServices;
using KataKit.Grading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Tests.Verification;

/// <summary>Complete self-attention katas around the members that a test is about, and the repository's own submissions.</summary>
internal static class KataSource
{
    private const string Softmax = """
            public static Matrix<double> Softmax(Matrix<double> logits)
            {
                var weights = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
                for (var i = 0; i < weights.RowCount; i++)
                {
                    var max = logits.Row(i).Maximum();
                    if (double.IsNegativeInfinity(max))
                    {
                        continue;
                    }

                    var sum = 0.0;
                    for (var j = 0; j < weights.ColumnCount; j++)
                    {
                        weights[i, j] = Math.Exp(logits[i, j] - max);
                        sum += weights[i, j];
                    }

                    for (var j = 0; j < weights.ColumnCount; j++)
                    {
                        weights[i, j] /= sum;
                    }
                }

                return weights;
            }

        """;

    private const string NotWritten = "throw new NotImplementedException();";

    /// <summary>A kata whose <c>Attend</c> has the given body; <c>Forward</c> is not written yet.</summary>
    public static string Attend(string body, string members = "") => Kata(body, NotWritten, members);

    /// <summary>A kata whose <c>Forward</c> has the given body; <c>Attend</c> is right.</summary>
    public static string Forward(string body, string members = "")
        => Kata(
            "var weights = Softmax(queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);",
            body,
            members);

    /// <summary>The solution of a kata in which a member has another body.</summary>
    /// <param name="kata">The kata's folder: <c>Pca</c>.</param>
    /// <param name="member">The member of the contract.</param>
    /// <param name="body">Statements; they may hold the marks of <see cref="Verify"/>.</param>
    /// <param name="members">Members of the type beside it.</param>
    public static string WithBody(string kata, string member, string body, string members = "")
    {
        var source = Solution(kata);
        var method = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(x => x.Identifier.ValueText == member && x.Modifiers.Any(SyntaxKind.PublicKeyword));
        var end = method.SemicolonToken.IsKind(SyntaxKind.None) ? method.Body!.Span.End : method.SemicolonToken.Span.End;
        var start = method.Body?.SpanStart ?? method.ExpressionBody!.SpanStart;
        return source[..start] + "{\n" + body + "\n}\n" + members + source[end..];
    }

    /// <summary>The kata that a member of self-attention or PCA belongs to, in which that member has the given body.</summary>
    public static string Of(string member, string body)
        => member switch
        {
            "Attend" => Attend(body),
            "Forward" => Forward(body),
            "Softmax" => WithBody("SelfAttention", member, body),
            _ => WithBody("Pca", member, body),
        };

    /// <summary>The katas of the repository, with their evidence.</summary>
    public static KataCatalogue Catalogue { get; } = KataCatalogue.Find(Root());

    /// <summary>The reference solution of a kata.</summary>
    public static string Solution(string kata) => File.ReadAllText(Catalogue.Get(kata).SolutionPath);

    /// <summary>A wrong answer.</summary>
    /// <param name="kata">The kata's folder: <c>Pca</c>.</param>
    /// <param name="name">The name of its file, without extension.</param>
    public static string Wrong(string kata, string name) => Catalogue.Get(kata).Wrong.Single(x => x.Name == name).Text;

    /// <summary>A file of the repository.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root(), .. path]));

    /// <summary>The root of the repository.</summary>
    public static string Root([CallerFilePath] string thisFile = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));

    private static string Kata(string attend, string forward, string members)
        => $$"""
        using KataKit.Contracts;
        using MathNet.Numerics.LinearAlgebra;

        namespace KataKit.Katas;

        public sealed class SelfAttention : ISelfAttention
        {
        {{Softmax}}
            public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
            {
                {{attend}}
            }

            public static Matrix<double> Forward(
                Matrix<double> x, Matrix<double> wq, Matrix<double> wk, Matrix<double> wv, Matrix<double> wo, int heads, bool[,]? mask = null)
            {
                if (heads < 1 || x.ColumnCount % heads != 0) throw new ArgumentException("whole heads", nameof(heads));
                {{forward}}
            }

            {{members}}
        }
        """;
}
