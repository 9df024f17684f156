namespace KataKit.Journal;

/// <summary>A verdict as it is kept: what a later look at the session needs, and no more.</summary>
public sealed record VerdictRecord
{
    /// <summary>What the grade came to: <c>pass</c>, <c>fail</c>, <c>buildError</c>, <c>timeout</c>, <c>crash</c>, <c>memory</c>, <c>refused</c>,
    /// <c>noTests</c>, <c>graderFault</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why; <see langword="null"/> for a pass.</summary>
    public string? Reason { get; init; }

    /// <summary>The members of the contract in their order, with how far each is.</summary>
    public IReadOnlyList<MemberProgress> Members { get; init; } = [];

    /// <summary>The tests that did not pass, in the order of their members.</summary>
    public IReadOnlyList<FailedTest> Failed { get; init; } = [];

    /// <summary>What the compiler and the analyzers reported, in the order of the source.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>From the save to the verdict, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Whether every test ran and passed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsPass => Outcome == "pass";

    /// <summary>The number of tests that passed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Passed => Members.Sum(member => member.Passed);

    /// <summary>The number of all tests.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Total => Members.Sum(member => member.Total);
}

/// <summary>How many tests of a member pass.</summary>
/// <param name="Name">The member of the contract.</param>
/// <param name="Passed">The tests that passed.</param>
/// <param name="Total">All its tests.</param>
public sealed record MemberProgress(string Name, int Passed, int Total);

/// <summary>A test that did not pass.</summary>
/// <param name="Test">The method of the spec, with the arguments where it is a row of a theory.</param>
/// <param name="Outcome">What became of it: <c>failed</c>, <c>notWritten</c>, <c>skipped</c>, <c>timedOut</c>, <c>crashed</c>, <c>outOfMemory</c>, <c>notRun</c>.</param>
public sealed record FailedTest(string Test, string Outcome)
{
    /// <summary>The short name of the exception, where the answer threw one of its own.</summary>
    public string? Exception { get; init; }

    /// <summary>What the failure says; cut where it is very long.</summary>
    public string? Message { get; init; }

    /// <summary>The matrices that it compared; kept of the first test that compared any: one picture is looked at.</summary>
    public ComparedMatrices? Matrices { get; init; }
}

/// <summary>What the compiler or an analyzer reported about a place in the source.</summary>
/// <param name="Id">The identifier, for example <c>KATA1001</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Line">The line, from 1; 0 where there is no place.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">The columns that it covers on that line.</param>
/// <param name="Message">The text, in the language of whoever was at work.</param>
public sealed record Finding(string Id, string Severity, int Line, int Column, int Length, string Message);
