using System.Globalization;
using System.Text;

namespace KataKit.AnalyzerCost;

/// <summary>
/// Ordinary application code, generated: services, records, queries, loops over numbers and text. The files differ in what they call and
/// in the order of their members, by a fixed seed, so that every run compiles the same project.
/// </summary>
internal static class UnrelatedProject
{
    /// <summary>How many files it has.</summary>
    public const int Files = 300;

    private const int Seed = 7;

    private static readonly string[] Members =
    [
        """
            public decimal Total(IEnumerable<Order> orders)
            {
                var total = 0m;
                foreach (var order in orders.Where(x => x.Quantity > {0}))
                {
                    total += order.Price * order.Quantity;
                    if (total > 1_000_000m)
                    {
                        throw new InvalidOperationException($"Order {order.Id} is too large: {total:N2}.");
                    }
                }

                return Math.Round(total, 2);
            }
        """,
        """
            public Dictionary<string, List<Order>> ByCustomer(IReadOnlyList<Order> orders)
            {
                var groups = new Dictionary<string, List<Order>>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < orders.Count; i++)
                {
                    var key = orders[i].Customer.Trim();
                    if (!groups.TryGetValue(key, out var list))
                    {
                        groups[key] = list = [];
                    }

                    list.Add(orders[i] with { Quantity = orders[i].Quantity + {0} });
                }

                return groups;
            }
        """,
        """
            public double[,] Smooth(double[,] values)
            {
                var (rows, columns) = (values.GetLength(0), values.GetLength(1));
                var result = new double[rows, columns];
                for (var i = 1; i < rows - 1; i++)
                {
                    for (var j = 1; j < columns - 1; j++)
                    {
                        result[i, j] = ((values[i - 1, j] + values[i + 1, j] + values[i, j - 1] + values[i, j + 1]) / 4) + {0};
                    }
                }

                return result;
            }
        """,
        """
            public async Task<string> ReadAsync(string path, CancellationToken cancellation = default)
            {
                try
                {
                    var lines = await File.ReadAllLinesAsync(path, cancellation);
                    return string.Join(Environment.NewLine, lines.Skip({0}).Select((line, i) => $"{i}: {line.ToUpperInvariant()}"));
                }
                catch (FileNotFoundException exception)
                {
                    return exception.Message;
                }
            }
        """,
        """
            public string Describe(object? value) => value switch
            {
                null => "nothing",
                int number and > {0} => $"large {number}",
                int number => $"small {number}",
                string { Length: 0 } => "empty",
                string text => text.Replace("a", "b", StringComparison.Ordinal),
                Order { Quantity: > 10, Customer: var customer } => customer,
                _ => value.ToString() ?? "?",
            };
        """,
        """
            public int Distance(string left, string right)
            {
                var costs = new int[right.Length + 1];
                for (var i = 0; i < left.Length; i++)
                {
                    var previous = costs[0];
                    costs[0] = i + 1;
                    for (var j = 1; j <= right.Length; j++)
                    {
                        var current = costs[j];
                        costs[j] = left[i] == right[j - 1] ? previous : Math.Min(Math.Min(costs[j], costs[j - 1]), previous) + 1;
                        previous = current;
                    }
                }

                return costs[^1] + {0};
            }
        """,
    ];

    /// <summary>The files, by name and text.</summary>
    public static IEnumerable<(string Name, string Text)> Sources()
    {
        yield return ("Order.cs", "namespace Shop;\n\npublic sealed record Order(int Id, string Customer, decimal Price, int Quantity);\n");
        var random = new Random(Seed);
        for (var file = 1; file < Files; file++)
        {
            var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"namespace Shop.Part{file % 20};\n\npublic sealed class Service{file}\n{{\n"));
            var order = Enumerable.Range(0, Members.Length).ToArray();
            random.Shuffle(order);
            text.AppendJoin("\n\n", order.Select(x => Members[x].Replace("{0}", random.Next(100).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
            yield return (string.Create(CultureInfo.InvariantCulture, $"Service{file}.cs"), text.Append("\n}\n").ToString());
        }
    }
}
