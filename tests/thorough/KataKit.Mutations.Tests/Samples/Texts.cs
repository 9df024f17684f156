// mutators: RenameEverything, ForToWhile, InlineMethod, CommuteOperands
#pragma warning disable CS0219

/* a comment
   of two lines */
public static class Sample
{
    #region what runs
    public static double[] Run()
    {
        // a comment before the first statement
        var text = """
            raw { text }
              "quoted"
            """;
        var verbatim = @"C:\path
next line"; // behind a statement
        double sum = 0; /* inside */
        for (int i = 0 /* from */; i < 3; i++) // to
        {
            // only
            sum += i * 0.5; // term
            #if DEBUG
            sum += 1000;
            #endif
        }

        var width = 3;
        var formatted = $"{sum * 2:F2} {(width > 2 ? "many" : "few")} {{braces}} {width,4}";
        var raw = $$"""
            {{width + 1}} of {all}
            """;
        char quote = '\'', newline = '\n';
        return [text.Length, verbatim.Length, sum, formatted.Length, raw.Length, quote + newline, Kind(width), Kind(-width), Minus(2, -3), Count([1, 2, 3, 4]), Bits(6)];
    }
    #endregion

    private static double Kind(int n) => n switch
    {
        > 2 and < 10 => n * 1.5,
        0 or -1 => 0, // few
        _ when n % 2 != 0 => -n - -1,
        _ => throw new ArgumentOutOfRangeException(nameof(n)),
    };

    private static double Minus(double a, double b)
        => a - -b - (-a + +b) / (a - (b - 1)); // signs

    private static double Count(int[] values) => values is [var first, .., var last] && values[^1] == last ? first + last + values[1..^1].Length : 0;

    private static int Bits(int n)
    {
        var shifted = n << 2 | n >> 1 & ~n;
        return shifted ^ (n > 3 ? 1 : 0);
    }
}
