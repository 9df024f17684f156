using KataKit.Grading.Protocol;

namespace KataKit.Worker;

/// <summary>
/// Writes the replies to one request, so that a test that never ends takes none of the others with it. The end of a test waits for the
/// next reply, which is the beginning of the next test a moment later: that halves how often the grader is woken.
/// </summary>
internal sealed class ReplyWriter(Stream pipe, Guid token)
{
    private readonly Lock _lock = new();
    private readonly MemoryStream _pending = new();

    public void Write(Reply reply)
    {
        lock (_lock)
        {
            ReplyFormat.Write(_pending, token, reply);
            if (reply is not Reply.Finished)
            {
                pipe.Write(_pending.GetBuffer(), 0, (int)_pending.Length);
                pipe.Flush();
                _pending.SetLength(0);
            }
        }
    }
}
