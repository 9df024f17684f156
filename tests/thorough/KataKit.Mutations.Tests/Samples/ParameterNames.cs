// mutators: RenameEverything, InlineMethod, ExtractMethod
public static class Sample
{
    public static double[] Run() =>
    [
        .. Told(() => Scale(null!, 2)), .. Told(() => Scale([1, 2], 0)), .. Told(() => Scale([1, 2], heads: 3)), .. Told(() => Scale([], 1)),
        .. Scale(values: [1, 2, 3, 4], heads: 2), .. Scale([5, 6], 1, shift: 3),
    ];

    private static double[] Scale(double[] values, int heads, double shift = 0.5)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        Require(values.Length % heads == 0, nameof(heads), message: "does not divide");
        RequireSome(values);
        var width = values.Length / heads;
        return values.Select(value => Shifted(value / Root(width), by: shift)).ToArray();
    }

    private static double Root(int width) => Math.Sqrt(width);

    private static double Shifted(double value, double by, double factor = 1) => value * factor + by;

    private static void RequireSome(double[] list) => Require(list.Length > 0, nameof(list), "is empty");

    private static void Require(bool holds, string parameter, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, parameter);
        }
    }

    private static double[] Told(Func<double[]> action)
    {
        try
        {
            return action();
        }
        catch (ArgumentException e)
        {
            return [.. (e.ParamName ?? "none").Select(letter => (double)letter)];
        }
    }
}
