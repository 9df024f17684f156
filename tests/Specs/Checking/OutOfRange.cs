namespace KataKit.Specs.Checking;

/// <summary>
/// Checks that a number outside its range is answered with <see cref="ArgumentOutOfRangeException"/>, and who is blamed for it.
/// </summary>
public static class OutOfRange
{
    /// <summary>Requires an <see cref="ArgumentOutOfRangeException"/> that names the parameter.</summary>
    /// <param name="parameter">The parameter's name in the contract.</param>
    /// <param name="input">What is wrong with the input, as a noun phrase: "a group of 0 nodes".</param>
    /// <param name="call">The call with the bad argument.</param>
    /// <exception cref="SpecFailureException">Nothing, or something else, was thrown, or another parameter was blamed.</exception>
    public static void Blames(string parameter, string input, Action call)
    {
        var thrown = Rejects.With<ArgumentOutOfRangeException>(input, call);
        if (thrown.ParamName != parameter)
        {
            throw new SpecFailureException(
                $"{input} must be blamed on the parameter '{parameter}' (ArgumentException.ParamName), "
                + $"got '{thrown.ParamName ?? "null"}'.");
        }
    }
}
