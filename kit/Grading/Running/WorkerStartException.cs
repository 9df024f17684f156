namespace KataKit.Grading.Running;

/// <summary>A worker did not start.</summary>
/// <param name="message">Why.</param>
/// <param name="wasKilled">Whether it was killed from outside, so that another try may do better.</param>
internal sealed class WorkerStartException(string message, bool wasKilled) : InvalidOperationException(message)
{
    /// <summary>Whether it was killed from outside.</summary>
    public bool WasKilled => wasKilled;
}
