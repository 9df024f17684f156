namespace KataKit.Grading;

/// <summary>
/// Runs the compiler on threads with a large stack. Its parser recurses without looking at the stack in places, so that a source of some
/// ten thousand operators in a row would end the whole process on an ordinary thread. Pages that are not touched cost nothing.
/// </summary>
internal static class CompilerThread
{
    private const int StackBytes = 512 << 20;

    /// <summary>Runs a function; its exceptions come with the task.</summary>
    public static Task<T> RunAsync<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    result.SetResult(function());
                }
                catch (Exception exception)
                {
                    result.SetException(exception);
                }
            },
            StackBytes)
        { IsBackground = true, Name = "compiler" };
        thread.Start();
        return result.Task;
    }
}
