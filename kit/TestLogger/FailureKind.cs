namespace KataKit.TestLogger;

/// <summary>Why a test failed, as far as a learner's next step depends on it.</summary>
internal enum FailureKind
{
    /// <summary>The member still throws <see cref="System.NotImplementedException"/>.</summary>
    NotWritten,

    /// <summary>The answer breaks the property; the message says how.</summary>
    Wrong,

    /// <summary>The answer threw an exception that the spec did not ask for.</summary>
    Threw,
}
