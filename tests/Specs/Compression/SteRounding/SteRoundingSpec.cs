using KataKit.Contracts;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the STE rounding kata: <see cref="ISteRounding"/> member by member, in building order. A test calls the one
/// member that its name begins with, so that red and green follow what has been written.
/// </summary>
/// <remarks>
/// Values that lie exactly on a tie or an end are tried only with scales that are powers of two: <c>x / s</c>, <c>x · (1 / s)</c> and
/// <c>s · (q − z)</c> are exact then, and every right answer agrees. With a scale such as 0.1 they may differ in the last bit.
/// </remarks>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class SteRoundingSpec<TKata>
    where TKata : ISteRounding
{
    /// <summary>For results that the contract fixes to the last bit: integers, zeros, gradients that pass as they are.</summary>
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>For results far from 1, where an absolute tolerance would hide or invent an error.</summary>
    private static readonly Tolerance Relative = new(0, 1e-12);

    /// <summary>Codes as numbers that can be compared; <see langword="null"/> stays null and is told as such.</summary>
    private static double[]? Numbers(int[]? codes) => codes?.Select(code => (double)code).ToArray();

    /// <summary>Runs a check for every width, with and without sign.</summary>
    private static void ForEveryWidth(Action<int, bool> check)
    {
        for (var bits = 2; bits <= 16; bits++)
        {
            check(bits, true);
            check(bits, false);
        }
    }

    /// <summary>All codes of a width, counted up from the smallest.</summary>
    private static int[] AllCodes(int bits, bool signed)
    {
        var count = (int)Math.Pow(2, bits);
        return [.. Enumerable.Range(signed ? -(count / 2) : 0, count)];
    }

    /// <summary>Requires that ordinary, if unusual, arguments are accepted: an exception is told as the mistake that it is.</summary>
    private static T Accepts<T>(string input, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not NotImplementedException)
        {
            throw new SpecFailureException($"{input} must be accepted, got {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static string Width(int bits, bool signed) => $"{bits} bits {(signed ? "signed" : "unsigned")}";

    private static string Show(QuantizationCase sample) => sample.ToString();
}
