using FsCheck;
using FsCheck.Fluent;

namespace KataKit.Specs.Checking;

/// <summary>Arrays of independent whole numbers as test data.</summary>
public static class Integers
{
    /// <summary>
    /// Numbers that come from a single draw of FsCheck: a draw of its own for each entry of a matrix would take longer than the answer and
    /// its check together.
    /// </summary>
    /// <param name="least">The smallest number.</param>
    /// <param name="most">The largest number, inclusive.</param>
    /// <param name="count">How many.</param>
    /// <returns>The generator. It shrinks nothing; see the <c>shrink</c> of <see cref="Property.Holds"/>.</returns>
    public static Gen<int[]> Between(int least, int most, int count)
        => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
        {
            var (numbers, state) = (new int[count], (ulong)seed);
            foreach (ref var number in numbers.AsSpan())
            {
                number = least + (int)Math.BigMul(Mix(ref state), (ulong)((long)most - least + 1), out _);
            }

            return numbers;
        });

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", figure 16).</summary>
    private static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
