using Xunit.Sdk;

namespace KataKit.Specs.Checking;

/// <summary>A broken property of an answer, told so that it teaches: which property, on what small example, and where to look.</summary>
public sealed class SpecFailureException : XunitException
{
    /// <summary>The key under which <see cref="Exception.Data"/> carries <see cref="Tolerances"/>, for graders that do not reference this type.</summary>
    public const string TolerancesKey = "KataKit.Tolerances";

    /// <summary>Creates a failure that is a matter of kind, not of degree: a missing exception, a changed input, NaN, a wrong shape.</summary>
    /// <param name="message">What broke, in the learner's terms.</param>
    public SpecFailureException(string message)
        : this(message, double.PositiveInfinity)
    {
    }

    /// <summary>Creates a failure of a comparison.</summary>
    /// <param name="message">What broke, in the learner's terms.</param>
    /// <param name="tolerances">How far the answer lies from the expected value, in units of the tolerance of the comparison.</param>
    public SpecFailureException(string message, double tolerances)
        : base(message)
    {
        Tolerances = tolerances;
        Data[TolerancesKey] = tolerances;
    }

    /// <summary>How far the answer lies from the expected value, in units of the tolerance; infinite where it is not a matter of degree.</summary>
    public double Tolerances { get; }
}
