using System.Runtime.CompilerServices;

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

    /// <summary>A kata whose <c>Softmax</c> has the given body; the other members are not written yet.</summary>
    public static string SoftmaxBody(string body) => Kata(NotWritten, NotWritten, string.Empty).Replace(Softmax, $$"""
            public static Matrix<double> Softmax(Matrix<double> logits)
            {
                {{body}}
            }

        """, StringComparison.Ordinal);

    /// <summary>A PCA of which one member has the given body; <c>Centre</c> is right and the other members are not written yet.</summary>
    public static string Pca(string member, string body)
    {
        (string Name, string Signature)[] members =
        [
            ("Centre", "Matrix<double> Centre(Matrix<double> x)"),
            ("Covariance", "Matrix<double> Covariance(Matrix<double> x)"),
            ("VarianceAlong", "double VarianceAlong(Matrix<double> covariance, Vector<double> direction)"),
            ("LagrangianGradient", "Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)"),
            ("LeadingAxis", "PrincipalAxis LeadingAxis(Matrix<double> covariance)"),
            ("Fit", "PcaModel Fit(Matrix<double> x, int components)"),
            ("Transform", "Matrix<double> Transform(PcaModel model, Matrix<double> x)"),
            ("InverseTransform", "Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)"),
        ];
        const string Centre = "var mean = x.ColumnSums() / x.RowCount; return x.MapIndexed((i, j, entry) => entry - mean[j]);";
        var written = members.Select(x => $$"""
                public static {{x.Signature}}
                {
                    {{(x.Name == member ? body : x.Name == "Centre" ? Centre : NotWritten)}}
                }

            """);
        return $$"""
            using KataKit.Contracts;
            using MathNet.Numerics.LinearAlgebra;

            namespace KataKit.Katas;

            public sealed class Pca : IPca
            {
            {{string.Concat(written)}}}
            """;
    }

    /// <summary>The kata that a member belongs to, in which that member has the given body.</summary>
    public static string Of(string member, string body)
        => member switch
        {
            "Softmax" => SoftmaxBody(body),
            "Attend" => Attend(body),
            "Forward" => Forward(body),
            _ => Pca(member, body),
        };

    /// <summary>Every submission of a kind, by file name and text.</summary>
    /// <param name="kind"><c>right</c> or <c>wrong</c>.</param>
    /// <param name="kata">The kata's folder.</param>
    public static IEnumerable<(string Name, string Source)> Submissions(string kind, string kata = "SelfAttention")
        => Directory.GetFiles(Path.Combine(Root(), "tests", "Submissions", kata, kind), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(x => (Path.GetFileNameWithoutExtension(x), File.ReadAllText(x)));

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
                {{forward}}
            }

            {{members}}
        }
        """;
}
