using System.Runtime.ExceptionServices;
using FsCheck;
using FsCheck.Fluent;

namespace KataKit.Specs.Checking;

/// <summary>Checks a property over generated inputs with FsCheck: fixed seed, smallest failing input in the message.</summary>
public static class Property
{
    private const int Cases = 100;

    /// <summary>No generator of the specs looks at it.</summary>
    private const int Size = 50;

    /// <summary>Requires that a check passes for every generated input.</summary>
    /// <typeparam name="T">The input.</typeparam>
    /// <param name="because">The property, as a sentence.</param>
    /// <param name="seed">The seed of the generator; it is printed with a failure.</param>
    /// <param name="inputs">The generator.</param>
    /// <param name="show">Prints an input so that a person can try it.</param>
    /// <param name="check">The check; it throws when the property does not hold.</param>
    /// <param name="shrink">Smaller inputs to try in place of a failing one; none where omitted.</param>
    /// <param name="cases">How many inputs to try.</param>
    /// <exception cref="SpecFailureException">An input breaks the property.</exception>
    /// <exception cref="NotImplementedException">The member under test is not written yet.</exception>
    public static void Holds<T>(
        string because,
        ulong seed,
        Gen<T> inputs,
        Func<T, string> show,
        Action<T> check,
        Func<T, IEnumerable<T>>? shrink = null,
        int cases = Cases)
    {
        if (FirstFailure(inputs.Sample(Size, new Rnd(seed, gamma: 1), cases), check) is not { } found)
        {
            return;
        }

        var failure = shrink is null ? found : Smallest(found, check, shrink);
        if (failure.Exception is NotImplementedException)
        {
            ExceptionDispatchInfo.Throw(failure.Exception);
        }

        var told = failure.Exception as SpecFailureException;
        throw new SpecFailureException(
            $"{because}. It breaks for {show(failure.Input)}: {told?.Message ?? failure.Exception.ToString()} (seed {seed})",
            told?.Tolerances ?? double.PositiveInfinity,
            told?.Matrices);
    }

    // FsCheck's runner builds a tree of smaller inputs around each one, which takes longer than most checks: here it only sees one that fails.
    private static (T Input, Exception Exception)? FirstFailure<T>(T[] inputs, Action<T> check)
    {
        foreach (var input in inputs)
        {
            if (FailureOf(input, check) is { } exception)
            {
                return (input, exception);
            }
        }

        return null;
    }

    private static (T Input, Exception Exception) Smallest<T>((T Input, Exception Exception) found, Action<T> check, Func<T, IEnumerable<T>> shrink)
    {
        var smallest = found;

        bool Passes(T input)
        {
            if (FailureOf(input, check) is not { } exception)
            {
                return true;
            }

            smallest = (input, exception);
            return false;
        }

        var config = Config.Quick.WithMaxTest(1).WithRunner(SilentRunner.Instance);
        Check.One(config, Prop.ForAll(Arb.From(Gen.Constant(found.Input), shrink), (Func<T, bool>)Passes));
        return smallest;
    }

    private static Exception? FailureOf<T>(T input, Action<T> check)
    {
        try
        {
            check(input);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>FsCheck's own runner writes to the console and throws its own wording; the failure is told by <see cref="Holds"/> instead.</summary>
    private sealed class SilentRunner : IRunner
    {
        public static readonly SilentRunner Instance = new();

        public void OnStartFixture(Type type)
        {
        }

        public void OnArguments(
            int ntest,
            Microsoft.FSharp.Collections.FSharpList<object> args,
            Microsoft.FSharp.Core.FSharpFunc<int, Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(
            Microsoft.FSharp.Collections.FSharpList<object> args,
            Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult testResults)
        {
        }
    }
}
