namespace KataKit.Cli;

/// <summary>Sees to it that a kata is built, so that the grader can read what its build says.</summary>
internal interface IKataBuilder
{
    /// <summary>Builds a kata if anything that its build reads, the learner's file apart, has changed since the last time.</summary>
    /// <param name="entry">The kata.</param>
    /// <param name="starting">Called once if it really builds, for that takes a while.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CliException">The build failed for a reason other than the learner's file.</exception>
    Task EnsureBuiltAsync(KataEntry entry, Action starting, CancellationToken cancellation);
}
