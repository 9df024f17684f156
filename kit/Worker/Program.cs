using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using KataKit.Grading.Protocol;

namespace KataKit.Worker;

/// <summary>
/// The process in which answers run: it connects to the grader's named pipe and serves one request after the other. When the grader
/// closes the pipe, or dies, the worker ends at once, whatever the answer is doing.
/// </summary>
internal static class Program
{
    /// <summary>A grader that has died before would never open the pipe.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private static int Main(string[] args)
    {
        if (args is not [var pipeName])
        {
            Console.Error.WriteLine("KataKit.Worker is started by the grader, with the name of its pipe; it does nothing by itself.");
            return 2;
        }

        var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        pipe.Connect(ConnectTimeout);

        var requests = new BlockingCollection<RunRequest>();
        new Thread(() => Serve(pipe, requests)) { IsBackground = true, Name = "submissions" }.Start();
        while (Frame.Read(pipe) is { } body)
        {
            requests.Add(RunRequest.Decode(body));
        }

        // Not Exit: handlers that an answer registered could keep the process alive.
        Process.GetCurrentProcess().Kill();
        return 0;
    }

    private static void Serve(Stream pipe, BlockingCollection<RunRequest> requests)
    {
        var (console, wear) = (new ConsoleCapture(), new WorkerWear());
        foreach (var request in requests.GetConsumingEnumerable())
        {
            var replies = new ReplyWriter(pipe, request.Token);
            try
            {
                console.Open(replies, request.OutputChars);
                SubmissionRunner.Run(request, replies, wear);
                console.Stop();
                replies.Write(new Reply.Completed(wear.IsWorn));

                // Nobody waits for it now.
                wear.Look();
            }
            catch (Exception exception)
            {
                console.Stop();
                replies.Write(new Reply.Faulted(exception.ToString()));
            }
        }
    }
}
