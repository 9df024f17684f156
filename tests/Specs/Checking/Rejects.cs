namespace KataKit.Specs.Checking;

/// <summary>
/// Checks that bad input is answered with the exception that the contract names. A member that is not written yet passes its
/// <see cref="NotImplementedException"/> on, so that a stub reads as "not written", never as "threw the wrong thing".
/// </summary>
public static class Rejects
{
    /// <summary>Requires an <see cref="ArgumentNullException"/> that names the parameter.</summary>
    /// <param name="parameter">The parameter's name in the contract.</param>
    /// <param name="call">The call with the null argument.</param>
    /// <exception cref="SpecFailureException">Nothing, or something else, was thrown.</exception>
    public static void Null(string parameter, Action call)
        => Argument<ArgumentNullException>(parameter, $"null for '{parameter}'", call);

    /// <summary>Requires an <see cref="ArgumentException"/> (or a class derived from it) that names the parameter.</summary>
    /// <param name="parameter">The parameter's name in the contract.</param>
    /// <param name="input">What is wrong with the input, as a noun phrase: "3 heads for a d_model of 4".</param>
    /// <param name="call">The call with the bad argument.</param>
    /// <exception cref="SpecFailureException">Nothing, or something else, was thrown.</exception>
    public static void Argument(string parameter, string input, Action call)
        => Argument<ArgumentException>(parameter, input, call);

    /// <summary>Requires an exception of a given type, or derived from it.</summary>
    /// <typeparam name="TException">The type that the contract names.</typeparam>
    /// <param name="input">What is wrong with the input, as a noun phrase.</param>
    /// <param name="call">The call with the bad argument.</param>
    /// <returns>The exception, for further checks.</returns>
    /// <exception cref="SpecFailureException">Nothing, or something else, was thrown.</exception>
    public static TException With<TException>(string input, Action call)
        where TException : Exception
    {
        Exception? thrown = null;
        try
        {
            call();
        }
        catch (NotImplementedException)
        {
            throw;
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        return thrown switch
        {
            TException expected => expected,
            null => throw new SpecFailureException($"{input} must be rejected with {typeof(TException).Name}, but was accepted."),
            _ => throw new SpecFailureException(
                $"{input} must be rejected with {typeof(TException).Name}, got {thrown.GetType().Name}: {thrown.Message}"),
        };
    }

    private static void Argument<TException>(string parameter, string input, Action call)
        where TException : ArgumentException
    {
        var thrown = With<TException>(input, call);
        if (thrown.ParamName != parameter)
        {
            throw new SpecFailureException(
                $"{input} must be blamed on the parameter '{parameter}' (ArgumentException.ParamName), got '{thrown.ParamName ?? "null"}'.");
        }
    }
}
