using KataKit.Grading.Protocol;

namespace KataKit.Worker;

/// <summary>Writes the replies to one request, each at once, so that a test that never ends takes none of the others with it.</summary>
internal sealed class ReplyWriter(Stream pipe, Guid token)
{
    private readonly Lock _lock = new();

    public void Write(Reply reply)
    {
        lock (_lock)
        {
            ReplyFormat.Write(pipe, token, reply);
        }
    }
}
