using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>Arrays and matrices as a whole: filled by loops, changed in place, aliased.</summary>
public sealed class ArrayTests
{
    private const string Data = "data[queries]";
    private const string Halves = "1/2 · data[queries]";

    private const string Sizes = "var (n, d) = (queries.RowCount, queries.ColumnCount); ";
    private const string Rectangular = Sizes + "var s = new double[n, d]; for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) s[i, j] = queries[i, j]; ";
    private const string Jagged = Sizes + "var s = new double[n][]; for (var i = 0; i < n; i++) { s[i] = new double[d]; for (var j = 0; j < d; j++) s[i][j] = queries[i, j]; } ";

    [Theory]
    [InlineData(Rectangular + "Math.Exp(s[0, 3]);", Data)]
    [InlineData(Rectangular + "var t = s; Math.Exp(t[n - 1, 0]);", Data)]
    [InlineData(Rectangular + "for (var i = 0; i < s.GetLength(0); i++) for (var j = 0; j < s.GetLength(1); j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", Halves)]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = d - 1; j >= 0; j--) s[i, j] *= 0.5; Math.Exp(s[0, 3]);", Halves)]
    [InlineData(Rectangular + "for (var j = 0; j < d; j++) for (var i = 0; i < n; i++) s[i, j] *= 0.5; Math.Exp(s[0, 3]);", Halves)]
    [InlineData(Rectangular + "Array.Clear(s); Math.Exp(s[0, 3]);", "0")]
    [InlineData(Rectangular + "Math.Exp(s.GetLength(1));", "d_k")]
    [InlineData(Rectangular + "Math.Exp(s.GetLength(2));", "?")]
    [InlineData(Rectangular + "Math.Exp(s.GetLength(-1));", "?")]
    [InlineData(Jagged + "Math.Exp(s[0][3]);", Data)]
    [InlineData(Jagged + "foreach (var row in s) for (var j = 0; j < row.Length; j++) row[j] /= 2; Math.Exp(s[0][3]);", Halves)]
    [InlineData(Jagged + "for (var i = 0; i < n; i++) { var row = s[i]; for (var j = 0; j < d; j++) row[j] /= 2; } Math.Exp(s[0][3]);", Halves)]
    [InlineData(Jagged + "for (var i = 0; i < n; i++) { Span<double> row = s[i]; for (var j = 0; j < row.Length; j++) row[j] /= 2; } Math.Exp(s[0][3]);", Halves)]
    [InlineData(Jagged + "for (var i = 0; i < s.Length; i++) { var row = s[i].AsSpan(); for (var j = 0; j < row.Length; j++) row[j] /= 2; } Math.Exp(s[0][3]);", Halves)]
    public Task A_pass_over_every_element_is_known_of_every_element(string body, string expected)
        => Probe.Knows_in_attend(body, [expected]);

    [Theory]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j < d / 2; j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", "half of the columns")]
    [InlineData(Rectangular + "for (var i = 1; i < n; i++) for (var j = 0; j < d; j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", "not the first row")]
    [InlineData(Rectangular + "for (var i = 0; i < n - 1; i++) for (var j = 0; j < d; j++) s[i, j] /= 2; Math.Exp(s[n - 1, 3]);", "not the last row")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j <= i; j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", "a triangle")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = i; j < d; j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", "a triangle")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) s[i, 0] /= 2; Math.Exp(s[0, 3 * d]);", "one column")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j < d; j += 2) s[i, j] /= 2; Math.Exp(s[0, 3]);", "every other column")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) if (mask![i, j]) s[i, j] /= 2; Math.Exp(s[0, 3]);", "where the mask says so")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) { if (mask![i, j]) continue; s[i, j] /= 2; } Math.Exp(s[0, 3]);", "where the mask does not say so")]
    [InlineData(Rectangular + "for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) if (i != j) s[i, j] /= 2; Math.Exp(s[0, 3]);", "not the diagonal")]
    [InlineData(Rectangular + "s[int.Parse(\"3\"), 0] /= 2; Math.Exp(s[0, 3]);", "somewhere")]
    [InlineData(Rectangular + "if (mask is not null) for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) s[i, j] /= 2; Math.Exp(s[0, 3]);", "only with a mask")]
    [InlineData(Rectangular + "var t = mask is null ? s : new double[n, d]; for (var i = 0; i < n; i++) for (var j = 0; j < d; j++) t[i, j] /= 2; Math.Exp(s[0, 3]);", "only without a mask")]
    [InlineData(Rectangular + "Array.Sort(new double[3]); Array.Copy(s, new double[n, d], 1); Math.Exp(s[0, 3]);", "handed to a method that is not modelled")]
    [InlineData(Jagged + "for (var i = 0; i < n; i++) { var row = s[i].AsSpan(1); for (var j = 0; j < row.Length; j++) row[j] /= 2; } Math.Exp(s[0][3]);", "not the first column")]
    [InlineData(Jagged + "for (var i = 0; i < n; i++) { var row = s[i].AsSpan()[..^1]; for (var j = 0; j < row.Length; j++) row[j] /= 2; } Math.Exp(s[0][3]);", "not the last column")]
    [InlineData(Jagged + "s[0][^1] /= 2; Math.Exp(s[0][d - 1]);", "writes counted from the end are not followed")]
    [InlineData(Jagged + "var row = s[0]; for (var j = 0; j < d; j++) row[j] /= 2; Math.Exp(s[int.Parse(\"1\")][3]);", "one row")]
    public Task A_pass_over_some_elements_is_not_known_of_all(string body, string reason)
        => Probe.Knows_in_attend(body + $" // {reason}", ["?"]);

    [Theory]
    [InlineData(Rectangular + "s[0, 3] /= 2; Math.Exp(s[0, 3]); Math.Exp(s[0, 4]);", Halves, Data)]
    [InlineData(Rectangular + "for (var j = 0; j < d; j++) s[0, j] /= 2; Math.Exp(s[0, 3]); Math.Exp(s[1, 3]);", Halves, Data)]
    [InlineData(Rectangular + "var t = (double[,])s.Clone(); s[0, 3] /= 2; Math.Exp(s[0, 3]); Math.Exp(t[0, 3]);", Halves, Data)]
    [InlineData(Rectangular + "var t = s; t[0, 3] /= 2; Math.Exp(s[0, 3]); Math.Exp(t[0, 4]);", Halves, Data)]
    [InlineData(Jagged + "var row = s[0]; for (var j = 0; j < d; j++) row[j] /= 2; Math.Exp(s[0][3]); Math.Exp(s[1][3]);", Halves, Data)]
    [InlineData(Jagged + "var row = s[0][..]; row[3] /= 2; Math.Exp(row[3]); Math.Exp(s[0][3]);", Halves, Data)]
    [InlineData(Jagged + "var row = s[0].ToArray(); row[3] /= 2; Math.Exp(row[3]); Math.Exp(s[0][3]);", Halves, Data)]
    [InlineData(Jagged + "var last = s[^1]; for (var j = 0; j < d; j++) last[j] /= 2; Math.Exp(s[n - 1][0]); Math.Exp(s[n - 2][0]);", Halves, Data)]
    [InlineData(Jagged + "var row = s[0].AsSpan(2); row[1] /= 2; Math.Exp(s[0][3]); Math.Exp(s[0][1]);", Halves, Data)]
    [InlineData(Jagged + "var own = new double[d]; for (var j = 0; j < d; j++) own[j] = 8; s[0] = own; own[2] = 9; Math.Exp(s[0][2]); Math.Exp(s[0][3]);", "9", "8")]
    [InlineData(Jagged + "Span<double> row = stackalloc double[3]; row.Fill(2); row[1..][0] = 5; Math.Exp(row[1]); Math.Exp(row[2]);", "5", "2")]
    [InlineData(Sizes + "var s = new[] { 1.0, 2.0, 3.0 }; (s[0], s[2]) = (s[2], s[0]); Math.Exp(s[0]); Math.Exp(s[2]);", "3", "1")]
    public Task A_write_is_seen_where_it_was_written_and_nowhere_else(string body, string first, string second)
        => Probe.Knows_in_attend(body, [first, second]);

    [Fact]
    public Task Rows_made_in_a_loop_are_not_one_row()
        => Probe.Knows_in_attend("""
            var rows = new double[2][];
            for (var i = 0; i < 2; i++) { rows[i] = new double[4]; rows[i][0] = i; }
            Math.Exp(rows[0][0]);
            """, ["?"]);

    [Theory]
    [InlineData("var both = new[] { s, keys.Clone() }; foreach (var m in both) m.MapInplace(v => v / 2);")]
    [InlineData("var all = new List<Matrix<double>>(); all.Add(s); all[0].MapInplace(v => v / 2);")]
    [InlineData("Halve(s, mask!);")]
    public Task A_matrix_that_was_changed_under_another_name_is_not_what_it_was(string change)
        => Probe.Knows_in_attend(
            $"var s = queries.Clone(); {change} Math.Exp(s[1, 2]);",
            ["?"],
            """
            private static void Halve(Matrix<double> s, bool[,] mask)
            {
                for (var i = 0; i < s.RowCount; i++)
                    for (var j = 0; j < s.ColumnCount; j++) { if (mask[i, j]) return; s[i, j] /= 2; }
            }
            """);

    [Theory]
    [InlineData("var t = s; s = new double[2, 2]; t[0, 0] = 5; Math.Exp(s[0, 0]); Math.Exp(t[0, 0]);", "0", "5")]
    [InlineData("var v = queries.Row(0); v[0] = 5; Math.Exp(v[0]); Math.Exp(queries[0, 0]);", "5", Data)]
    [InlineData("var i = 0; s[i++, 0] = 5; Math.Exp(i); Math.Exp(s[0, 0]);", "1", "5")]
    public Task Names_and_objects_are_kept_apart(string body, string first, string second)
        => Probe.Knows_in_attend("var s = queries.ToArray(); " + body, [first, second]);

    [Fact]
    public Task The_array_of_the_turn_before_is_another_array()
        => Probe.Knows_in_attend("""
            double[]? before = null;
            for (var i = 0; i < 3; i++)
            {
                var now = new double[2];
                now[0] = i == 0 ? 1 : 2;
                if (before != null) Math.Exp(before[0]);
                before = now;
            }
            """, ["?"]);
}
