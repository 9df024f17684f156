using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KataKit.Grading;

/// <summary>
/// Compiles a sample beside what a program does first. Most of the time of a first compilation is the JIT compiler's, and the second core
/// is idle while journal and pages are read.
/// </summary>
public static class CompilerWarmUp
{
    /// <summary>What answers are made of.</summary>
    private const string Sample = """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Sample<T> where T : IComparable<T>
        {
            private readonly Dictionary<string, int> _counts = new();

            public double Scale { get; init; } = 1.0 / Math.Sqrt(2);

            public static double[,] Product(double[,] a, double[,] b)
            {
                ArgumentNullException.ThrowIfNull(a);
                if (a.GetLength(1) != b.GetLength(0))
                {
                    throw new ArgumentException($"{a.GetLength(1)} columns by {b.GetLength(0)} rows", nameof(b));
                }

                var product = new double[a.GetLength(0), b.GetLength(1)];
                for (var i = 0; i < product.GetLength(0); i++)
                {
                    for (var j = 0; j < product.GetLength(1); j++)
                    {
                        var (sum, k) = (0.0, 0);
                        while (k < b.GetLength(0))
                        {
                            sum += a[i, k] * b[k, j];
                            k++;
                        }

                        product[i, j] = double.IsNaN(sum) ? 0 : sum;
                    }
                }

                return product;
            }

            public (int Count, string? Best) Count(IEnumerable<string> words, int least = 1)
            {
                foreach (var word in words.Where(x => x.Length >= least).OrderBy(x => x, StringComparer.Ordinal))
                {
                    _counts[word] = _counts.TryGetValue(word, out var count) ? count + 1 : 1;
                }

                var best = _counts.MaxBy(pair => pair.Value);
                int Sum() => _counts.Values.Sum();
                return (Sum(), best.Value > 0 ? best.Key : null);
            }
        }
        """;

    /// <summary>Begins.</summary>
    /// <returns>The errors of the sample, of which there are none; nobody need wait for it.</returns>
    public static Task<ImmutableArray<Diagnostic>> BeginAsync() => CompilerThread.RunAsync(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] names = ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq"];
        var compilation = CSharpCompilation.Create(
            "sample",
            [CSharpSyntaxTree.ParseText(Sample)],
            names.Select(name => MetadataReference.CreateFromFile(Path.Combine(framework, name + ".dll"))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        return compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
    });
}
