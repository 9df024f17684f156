using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Rules.General;

/// <summary>Code of no kata's topic inside a kata, for rules that hold in all of them: rules about a topic have nothing to say of it.</summary>
internal static class GeneralSource
{
    private const string Givens = """

            private static double A, B, Tolerance;
            private static int N, M;
            private static Func<double, double> F = null!;
            private static MathNet.Numerics.LinearAlgebra.Matrix<double> Logits = null!;

        """;

    /// <summary>
    /// Statements that may use the numbers a, b, tolerance, samples and maximum, the function f, the result x and the matrix Logits. No other member calls
    /// theirs, so that they stand in no loop but their own.
    /// </summary>
    public static string Body(string code)
        => KataSource.WithBody(
            "BpeTokenizer",
            "Encode",
            $"double a = A, b = B, tolerance = Tolerance; int samples = N, maximum = M; var f = F; double x = a;\n{code}\nreturn [HashCode.Combine(x, b, tolerance, samples, maximum, f(x))];",
            Givens);
}
