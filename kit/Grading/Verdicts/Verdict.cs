namespace KataKit.Grading;

/// <summary>What a grade comes to. Where several things happened, the gravest is named: in the order of this list, from the top.</summary>
public enum Verdict
{
    /// <summary>The grader itself failed; nothing is known about the answer.</summary>
    GraderFault,

    /// <summary>The answer does not compile.</summary>
    BuildError,

    /// <summary>The answer uses what <see cref="GradingLimits.RefuseEscapes"/> forbids; it was not run.</summary>
    Refused,

    /// <summary>There was no test to run. That is never a pass.</summary>
    NoTests,

    /// <summary>The answer ended or broke the process that ran it: stack overflow, exit, forged results.</summary>
    Crash,

    /// <summary>The answer used more memory than it may.</summary>
    Memory,

    /// <summary>A test, or all of them together, ran out of time.</summary>
    Timeout,

    /// <summary>A test failed.</summary>
    Fail,

    /// <summary>Every expected test ran and passed.</summary>
    Pass,
}
