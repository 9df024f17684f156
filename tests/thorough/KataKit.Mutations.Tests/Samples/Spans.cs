// mutators: ForToWhile, ExtractLoop, CompoundToPlain, CommuteOperands, SqrtToPower
public static class Sample
{
    public static double[] Run()
    {
        var data = new double[12];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = Math.Cos(i) * 2;
        }

        Span<double> buffer = stackalloc double[4];
        for (var row = 0; row < 3; row++)
        {
            Softmax(data.AsSpan(row * 4, 4), buffer);
            buffer.CopyTo(data.AsSpan(row * 4));
        }

        var score = Dot(data.AsSpan(0, 4), data.AsSpan(4, 4)) / Math.Sqrt(buffer.Length);
        return [.. data, score, Increment(ref data[0], 2)];
    }

    private static void Softmax(ReadOnlySpan<double> logits, Span<double> weights)
    {
        var max = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            max = Math.Max(max, logit);
        }

        double sum = 0;
        for (var j = 0; j < logits.Length; j++)
        {
            weights[j] = Math.Exp(logits[j] - max);
            sum += weights[j];
        }

        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] /= sum;
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Increment(ref double target, double by)
    {
        target += by;
        var result = target * by;
        target = 0;
        return result;
    }
}
