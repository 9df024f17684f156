using Xunit.Sdk;

namespace KataKit.Specs.Checking;

/// <summary>A broken property of an answer, told so that it teaches: which property, on what small example, and where to look.</summary>
public sealed class SpecFailureException : XunitException
{
    /// <summary>The key under which <see cref="Exception.Data"/> carries <see cref="Tolerances"/>, for graders that do not reference this type.</summary>
    public const string TolerancesKey = "KataKit.Tolerances";

    /// <summary>
    /// The key under which <see cref="Exception.Data"/> carries <see cref="Matrices"/>, taken apart into a tuple of <see cref="ComparedMatrices.Expected"/>,
    /// <see cref="ComparedMatrices.Actual"/>, <see cref="ComparedMatrices.Differs"/> and <see cref="ComparedMatrices.Place"/>.
    /// </summary>
    public const string MatricesKey = "KataKit.Matrices";

    /// <summary>Creates a failure that is a matter of kind, not of degree: a missing exception, a changed input, NaN, a wrong shape.</summary>
    /// <param name="message">What broke, in the learner's terms.</param>
    public SpecFailureException(string message)
        : this(message, double.PositiveInfinity)
    {
    }

    /// <summary>Creates a failure of a comparison.</summary>
    /// <param name="message">What broke, in the learner's terms.</param>
    /// <param name="tolerances">How far the answer lies from the expected value, in units of the tolerance of the comparison.</param>
    /// <param name="matrices">The matrices that were compared; <see langword="null"/> where there are none.</param>
    public SpecFailureException(string message, double tolerances, ComparedMatrices? matrices = null)
        : base(message)
    {
        Tolerances = tolerances;
        Data[TolerancesKey] = tolerances;
        Matrices = matrices;
        if (matrices is not null)
        {
            Data[MatricesKey] = (matrices.Expected, matrices.Actual, matrices.Differs, matrices.Place);
        }
    }

    /// <summary>How far the answer lies from the expected value, in units of the tolerance; infinite where it is not a matter of degree.</summary>
    public double Tolerances { get; }

    /// <summary>The matrices that were compared, as data beside the message; <see langword="null"/> where there are none.</summary>
    public ComparedMatrices? Matrices { get; }
}
