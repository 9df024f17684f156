namespace KataKit.Specs.Checking;

/// <summary>Calls whose arguments are right, so that an answer which refuses them is told so in the learner's terms.</summary>
public static class Accepts
{
    /// <summary>Requires that a call is not refused. Any exception but a refusal passes through and keeps its stack trace.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="input">What is passed, as a noun phrase: "a padding of 1 for a kernel of 2".</param>
    /// <param name="call">The call.</param>
    /// <returns>The call's result.</returns>
    /// <exception cref="SpecFailureException">
    /// The call threw an <see cref="ArgumentException"/> or an <see cref="InvalidOperationException"/>, or returned <see langword="null"/>.
    /// </exception>
    public static T Call<T>(string input, Func<T?> call)
    {
        try
        {
            return call() ?? throw new SpecFailureException($"{input} must give a result, got null.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new SpecFailureException($"{input} must be accepted, but was refused: {exception.GetType().Name}: {exception.Message}");
        }
    }
}
