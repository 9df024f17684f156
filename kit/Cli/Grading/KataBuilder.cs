namespace KataKit.Cli;

/// <summary>Sees to it that what every kata is graded with is built: the contracts and the specs.</summary>
internal interface IKataBuilder
{
    /// <summary>Builds if anything that the build reads has changed since the last time. What learners write is not among it.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <param name="starting">Called once if it really builds, for that takes a while.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CliException">The build failed.</exception>
    Task EnsureBuiltAsync(string root, Action starting, CancellationToken cancellation);
}
